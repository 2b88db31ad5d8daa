import type { IndexPart } from "@domain-isolation/model";
import type { CreateIndex, PlacedName } from "../../changes/change.js";
import { isRecord } from "../../json/parse-json.js";
import type { SnapshotContext } from "./snapshot-context.js";
import { nameAt, textAt } from "./snapshot-values.js";

type Values = Readonly<Record<string, unknown>>;

export function readIndex(
  [key, values]: readonly [string, Values],
  table: PlacedName,
  { dialect, places }: SnapshotContext,
): CreateIndex {
  const at = places.next(key);
  const method = textAt(values, "method") ?? textAt(values, "using");
  const columns: readonly unknown[] = Array.isArray(values.columns) ? values.columns : [];
  return {
    kind: "create index",
    at,
    table,
    ifNotExists: false,
    index: {
      name: { schema: null, name: nameAt(values, key, dialect), span: at.span },
      unique: values.isUnique === true,
      parts: columns.flatMap((column) => partOf(column) ?? []),
      include: [],
      method: method === "btree" ? null : method,
      where: textAt(values, "where"),
      definedAt: at,
    },
  };
}

/** A column by its name, or since version 7 of PostgreSQL an object that says more. */
function partOf(column: unknown): IndexPart | null {
  if (typeof column === "string") {
    const isName = /^[^()]*$/u.test(column);
    return { column: isName ? column : null, expression: isName ? null : column, options: "" };
  }
  const expression = isRecord(column) ? textAt(column, "expression") : null;
  if (!isRecord(column) || expression === null) return null;
  const isExpression = column.isExpression === true;
  return {
    column: isExpression ? null : expression,
    expression: isExpression ? expression : null,
    options: optionsOf(column),
  };
}

/** Without what is usual: ascending with nulls last, descending with nulls first. */
function optionsOf(column: Values): string {
  const isDescending = column.asc === false;
  const nulls = textAt(column, "nulls");
  const isUsual = nulls === null || nulls === (isDescending ? "first" : "last");
  const words = [
    textAt(column, "opclass") ?? "",
    isDescending ? "desc" : "",
    isUsual ? "" : `nulls ${nulls}`,
  ];
  return words.filter((word) => word !== "").join(" ");
}
