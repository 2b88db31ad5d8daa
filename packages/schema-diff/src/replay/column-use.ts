import type { Table } from "@domain-isolation/model";
import { columnsIn } from "./columns-in.js";
import type { DialectRules } from "./dialects/dialect-rules.js";

/** What a column is used for in its table. */
export interface ColumnUse {
  /** Whether it is among these columns. */
  readonly isIn: (columns: readonly string[]) => boolean;
  /** Whether an expression names it. */
  readonly isNamedIn: (expression: string | null) => boolean;
}

export function useOf(
  column: string,
  table: Table,
  { foldColumn, dialect }: Pick<DialectRules, "foldColumn" | "dialect">,
): ColumnUse {
  const isIn = (columns: readonly string[]) =>
    columns.some((each) => foldColumn(each) === foldColumn(column));
  return {
    isIn,
    isNamedIn: (expression) =>
      expression !== null && isIn(columnsIn(expression, table, dialect, foldColumn)),
  };
}

/** Whether an index has it as a part, in an expression, or in its condition. */
export function isIndexed(
  { parts, include, where }: Table["indexes"][number],
  { isIn, isNamedIn }: ColumnUse,
): boolean {
  const isPart = ({ column, expression }: (typeof parts)[number]) =>
    (column !== null && isIn([column])) || isNamedIn(expression);
  return isIn(include) || isNamedIn(where) || parts.some(isPart);
}
