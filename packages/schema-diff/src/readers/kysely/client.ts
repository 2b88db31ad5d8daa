import type { Analysis, Place } from "@domain-isolation/source-facts";
import type { Change, PlacedName } from "../../changes/change.js";
import type { Chain, Step } from "../source-code/chain.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import { textOf } from "../source-code/literals.js";
import { nameSpan, placeOf, splitName } from "../source-code/names.js";
import { opaque, type Receiver, type Run } from "../source-code/run.js";
import { readSchema } from "./schema-calls.js";

/** `db`, or the transaction in its place. */
export const client: Receiver = { lazy: false, read: readClient };

function readClient({ steps, awaited }: Chain, run: Run): readonly Change[] {
  const last = steps.at(-1);
  if (awaited > 0 || !last?.args) return [];
  const schema = schemaOf(steps, run);
  const within = steps.filter(({ name }) => name !== "withSchema" && name !== "withPlugin");
  const [first, ...rest] = within;
  if (!first || !last.name.startsWith("execute")) return [];
  if (first.name === "schema") return readSchema(rest.slice(0, -1), schema, run);
  if (/^(?:transaction|connection|startTransaction)$/u.test(first.name)) {
    const [callback] = last.args;
    return (callback && run.call(callback, [client])) ?? [];
  }
  if (first.name === "executeQuery") return query(first.args ?? [], run);
  return rows(within, last, run);
}

function query([argument]: readonly Place[], run: Run): readonly Change[] {
  return argument ? sentChanges(argument, run) : [];
}

function schemaOf(steps: readonly Step[], { analysis }: Run): string | null {
  const [name] = steps.find((step) => step.name === "withSchema")?.args ?? [];
  return name ? textOf(name, analysis) : null;
}

const writing = /^(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)$/u;
const reading = /^(?:selectFrom|from|using|(?:inner|left|right|full|cross)?Join)$/iu;

/** Statements that aren't about the schema. */
function rows(steps: readonly Step[], last: Step, run: Run): readonly Change[] {
  const [reads, writes]: [PlacedName[], PlacedName[]] = [[], []];
  let isWhole = true;
  for (const { name, args } of steps) {
    const [argument] = args ?? [];
    if (!argument || (!writing.test(name) && !reading.test(name))) continue;
    const table = tableOf(argument, run);
    if (!table) isWhole = false;
    else if (writing.test(name)) writes.push(table);
    else reads.push(table);
  }
  const at = placeOf(last.place);
  if (isWhole && reads.length + writes.length > 0)
    return [{ kind: "change rows", at, reads, writes }];
  const reason = "its query names a table that is known only when it runs";
  return [{ ...opaque(last.place, reason), kind: "opaque", reason, reads, writes }];
}

/** `user`, `auth.user`, `user as u` */
export function tableOf(place: Place, run: Run): PlacedName | null {
  const text = textOf(place, run.analysis);
  const name = text === null ? null : /^\s*(\S+)/u.exec(text)?.[1];
  return name ? splitName({ schema: null, name, span: nameSpan(place, run.analysis) }) : null;
}

/** "sql`…`.execute(db)", `sql.raw("…").execute(db)` */
export function sqlTag(place: Place, analysis: Analysis): Receiver | null {
  const value = analysis.evaluate(place);
  const isTag = value?.is === "external" && value.module === "kysely" && value.path[0] === "sql";
  return isTag ? tag : null;
}

const tag: Receiver = {
  lazy: false,
  read: ({ steps, awaited }, run) => {
    const made = steps.at(-2);
    const last = steps.at(-1);
    if (awaited > 0 || !made || last?.name !== "execute") return [];
    return sentChanges(made.place, run);
  },
};
