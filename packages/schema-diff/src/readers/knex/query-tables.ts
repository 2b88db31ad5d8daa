import { spanOf, type Place } from "@domain-isolation/source-facts";
import type { PlacedName } from "../../changes/change.js";
import { chainOf, type Step } from "../source-code/chain.js";
import { textOf } from "../source-code/literals.js";
import { nameSpan, splitName } from "../source-code/names.js";
import type { Run } from "../source-code/run.js";

export interface QueryTables {
  readonly text: string;
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
  /** Whether all of its tables are known. */
  readonly isWhole: boolean;
}

const naming =
  /^(?:from|into|table|(?:left|right|inner|full|cross|leftOuter|rightOuter|outer)?[jJ]oin(?:Raw)?|)$/u;
const writing =
  /^(?:insert|update|del|delete|truncate|increment|decrement|upsert|merge|batchInsert)$/u;

/** The tables of a query that is built: the first is written where anything is. */
export function queryTables(place: Place, run: Run): QueryTables {
  return stepTables(chainOf(place, run.analysis).steps, place, run);
}

export function stepTables(steps: readonly Step[], place: Place, run: Run): QueryTables {
  const found: PlacedName[] = [];
  let isWhole = true;
  for (const { name, args, template } of steps) {
    const [first] = args ?? [];
    if (!args || template || !naming.test(name) || !first) continue;
    const table = tableOf(first, run);
    if (table) found.push(table);
    else isWhole = false;
  }
  const writes = steps.some(({ name }) => writing.test(name)) ? found.slice(0, 1) : [];
  const { start, end } = spanOf(place.node);
  const text = place.module.source.text.slice(start, end);
  return { text, reads: found.slice(writes.length), writes, isWhole: isWhole && found.length > 0 };
}

/** `users`, `auth.users`, `users as u` */
function tableOf(place: Place, run: Run): PlacedName | null {
  const text = textOf(place, run.analysis);
  const name = text === null ? null : /^\s*(\S+)/u.exec(text)?.[1];
  return name ? splitName({ schema: null, name, span: nameSpan(place, run.analysis) }) : null;
}
