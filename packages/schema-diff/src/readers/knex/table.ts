import type { PlacedName } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { cutName } from "../source-code/definitions.js";
import { textsOf } from "../source-code/literals.js";
import { optionsOf, isGiven } from "../source-code/options.js";
import { textOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import type { Run } from "../source-code/run.js";
import type { Place } from "@domain-isolation/source-facts";

/** The table that a callback's `table` stands for. */
export interface TableInMaking {
  readonly name: PlacedName;
  /** As the code writes it: Knex makes the names of keys of that. */
  readonly written: string;
  readonly isNew: boolean;
}

/** A call on it. */
export interface TableCall {
  readonly table: TableInMaking;
  readonly step: Step;
  readonly args: readonly Place[];
  readonly run: Run;
}

/** What all changes of a table have in common. */
export function changeOf({ table, step }: Pick<TableCall, "table" | "step">) {
  return { at: placeOf(step.place), table: table.name, ifTableExists: false };
}

/** Knex's names of keys and indexes: `users_team_id_foreign`. */
export function keyName(
  table: TableInMaking,
  columns: readonly string[],
  kind: "foreign" | "unique" | "index",
  { dialect }: Run,
): string {
  const name = `${table.written.replaceAll(/[.-]/gu, "_")}_${columns.join("_")}_${kind}`;
  return cutName(name.toLowerCase(), dialect);
}

/** The columns that an argument names; null where they are known only when it runs. */
export function columnsOf(place: Place | undefined, { analysis }: Run): readonly string[] | null {
  return place ? textsOf(place, analysis) : null;
}

/** A name that is given as text, or in options under one of these keys. */
export function givenName(
  place: Place | undefined,
  keys: readonly string[],
  { analysis }: Run,
): string | null {
  if (!isGiven(place, analysis)) return null;
  const options = optionsOf(place, analysis);
  if (!options) return textOf(place, analysis);
  return keys.map((key) => options.text(key)).find((each) => each !== null) ?? null;
}
