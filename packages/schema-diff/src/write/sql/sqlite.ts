import type { ColumnDefinition } from "../../changes/change.js";
import { constraintHead } from "./constraint-head.js";
import { inQuotes } from "./in-quotes.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

const quote = (name: string) => inQuotes(name, '"');

/** https://www.sqlite.org/lang_createtable.html */
export const sqlite: SqlDialect = {
  quote,
  string: (value) => inQuotes(value, "'"),
  column,
  indexPart: ({ column: name, expression, options }) =>
    words(name === null ? expression : quote(name), options),
  keyHead: (kind, name) => constraintHead(name, kind.toUpperCase(), quote),
  // Nothing can be added to a table.
  isWithinTable: (part) => part !== "index",
};

function column({ type, nullable, default: value, generated }: ColumnDefinition): string {
  return words(
    type,
    !nullable && "NOT NULL",
    value !== null && `DEFAULT ${isLiteral(value) ? value : `(${value})`}`,
    generated !== null && `GENERATED ALWAYS AS (${generated})`,
  );
}

/** Whatever else is a default stands in parentheses. */
function isLiteral(text: string): boolean {
  return /^(?:[+-]?[\w.]+|x?'(?:[^']|'')*')$/iu.test(text);
}
