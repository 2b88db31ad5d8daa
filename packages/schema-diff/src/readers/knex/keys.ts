import type { Change, PlacedName } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { nameOfIndex, plainIndex } from "../source-code/definitions.js";
import { textOf, textsOf } from "../source-code/literals.js";
import { dottedName, nameSpan, placeOf } from "../source-code/names.js";
import { optionsOf } from "../source-code/options.js";
import { referentialAction } from "../source-code/referential-action.js";
import { opaque } from "../source-code/run.js";
import { changeOf, givenName, keyName, type TableCall } from "./table.js";

type Place = TableCall["args"][number];

/** What is said of a column after it, by name. */
export type Modifiers = ReadonlyMap<string, Step>;

export function unread({ table, step }: Pick<TableCall, "table" | "step">, reason: string): Change {
  return { ...opaque(step.place, reason), kind: "opaque", reason, writes: [table.name], reads: [] };
}

export function primaryKey(call: TableCall, columns: readonly string[], given?: Place): Change {
  const { table, run, step } = call;
  const named = givenName(given, ["constraintName"], run);
  const usual = run.dialect === "postgresql" ? `${table.written}_pkey` : null;
  const name = named ?? usual;
  const definedAt = placeOf(step.place);
  const constraint = { kind: "primary key", name, columns, definedAt } as const;
  return { ...changeOf(call), kind: "add constraint", constraint };
}

/** A constraint in PostgreSQL and MySQL, an index in SQLite. */
export function uniqueKey(
  call: TableCall,
  columns: readonly string[],
  given?: Place,
): readonly Change[] {
  const { table, run, step } = call;
  const options = optionsOf(given, run.analysis);
  const name = givenName(given, ["indexName"], run) ?? keyName(table, columns, "unique", run);
  const definedAt = placeOf(step.place);
  const isIndex = run.dialect === "sqlite" || options?.flag("useConstraint") === false;
  if (isIndex) {
    const index = {
      ...plainIndex(nameOfIndex(table.name, name), columns, definedAt),
      unique: true,
    };
    return [{ at: definedAt, kind: "create index", table: table.name, index, ifNotExists: false }];
  }
  const constraint = { kind: "unique", name, columns, definedAt } as const;
  return [{ ...changeOf(call), kind: "add constraint", constraint }];
}

/** `index(columns, name, type)`; the type counts in PostgreSQL. */
export function indexOf(
  { table, step, run }: TableCall,
  columns: readonly string[],
  [first, second]: readonly Place[],
): Change {
  const given = givenName(first, ["indexName"], run);
  const name = given ?? keyName(table, columns, "index", run);
  const at = placeOf(step.place);
  const type =
    second && (textOf(second, run.analysis) ?? optionsOf(second, run.analysis)?.text("indexType"));
  const method = run.dialect === "postgresql" && type && type !== "btree" ? type : null;
  const index = { ...plainIndex(nameOfIndex(table.name, name), columns, at), method };
  return { at, kind: "create index", table: table.name, index, ifNotExists: false };
}

/** `.references("id").inTable("users")`, `.references("users.id")` */
export function foreignKey(
  call: TableCall,
  columns: readonly string[],
  modified: Modifiers,
  given: string | null,
): readonly Change[] {
  const { table, run, step } = call;
  const references = referenced(modified, call);
  if (!references) return [unread(call, "the table of a foreign key is known only when it runs")];
  const isUnnamed = run.dialect === "sqlite" && table.isNew;
  const usual = isUnnamed ? null : keyName(table, columns, "foreign", run);
  const constraint = {
    kind: "foreign key",
    name: given ?? saidOf(modified, ["withKeyName"], run) ?? usual,
    columns,
    references,
    onDelete: referentialAction(saidOf(modified, ["onDelete"], run)),
    onUpdate: referentialAction(saidOf(modified, ["onUpdate"], run)),
    definedAt: placeOf(step.place),
  } as const;
  return [{ ...changeOf(call), kind: "add constraint", constraint }];
}

/** The text that one of these modifiers is given. */
function saidOf(
  modified: Modifiers,
  names: readonly string[],
  { analysis }: TableCall["run"],
): string | null {
  const place = argumentOf(modified, names);
  return place ? textOf(place, analysis) : null;
}

function argumentOf(modified: Modifiers, names: readonly string[]): Place | undefined {
  return names.map((name) => modified.get(name)?.args?.[0]).find((each) => each !== undefined);
}

function referenced(
  modified: Modifiers,
  { run: { analysis } }: TableCall,
): (PlacedName & { readonly columns: readonly string[] }) | null {
  const written = argumentOf(modified, ["references"]);
  const target = argumentOf(modified, ["inTable", "on"]);
  const names = textsOf(written, analysis);
  if (!written || !names) return null;
  if (target) {
    const table = dottedName(target, analysis);
    return table && { ...table, columns: names };
  }
  const [table, column] = names[0]?.split(".") ?? [];
  if (table === undefined || column === undefined) return null;
  return { schema: null, name: table, span: nameSpan(written, analysis), columns: [column] };
}
