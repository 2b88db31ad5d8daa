import type { IndexPart } from "@domain-isolation/model";
import type { Place } from "@domain-isolation/source-facts";
import { textOf } from "../../readers/source-code/literals.js";
import type { Step } from "../../readers/source-code/chain.js";
import { sqlText, type NameInSql } from "./sql-text.js";
import type { DrizzleReading } from "./table-reading.js";
import { wholeChain } from "./whole-chain.js";

const modifiers = new Set(["asc", "desc", "nullsFirst", "nullsLast", "op"]);

/** A column, what is said of it in an index (`t.created.desc()`), or an expression. */
export function indexPart(
  place: Place,
  nameOf: NameInSql,
  reading: DrizzleReading,
): IndexPart | null {
  const column = nameOf(place);
  if (column === null) {
    const expression = sqlText(place, nameOf, reading);
    return expression === null ? null : { column: null, expression, options: "" };
  }
  const { steps } = wholeChain(place, reading.analysis);
  const said = steps.filter(({ name, args }) => args !== null && modifiers.has(name));
  return { column, expression: null, options: optionsOf(said, reading) };
}

/** Without what is usual: ascending with nulls last, descending with nulls first. */
function optionsOf(said: readonly Step[], { analysis }: DrizzleReading): string {
  const isSaid = (method: string) => said.some(({ name }) => name === method);
  const isDescending = isSaid("desc");
  const nulls = isSaid("nullsFirst") ? "first" : isSaid("nullsLast") ? "last" : null;
  const isUsual = nulls === null || nulls === (isDescending ? "first" : "last");
  const [operators] = said.find(({ name }) => name === "op")?.args ?? [];
  const words = [
    (operators && textOf(operators, analysis)) ?? "",
    isDescending ? "desc" : "",
    isUsual ? "" : `nulls ${nulls}`,
  ];
  return words.filter((word) => word !== "").join(" ");
}
