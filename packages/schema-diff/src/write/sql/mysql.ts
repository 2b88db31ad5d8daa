import type { IndexPart } from "@domain-isolation/model";
import type { ColumnDefinition } from "../../changes/change.js";
import { inQuotes } from "./in-quotes.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

const quote = (name: string) => inQuotes(name, "`");
const string = (value: string) => inQuotes(value.replaceAll("\\", String.raw`\\`), "'");

/** https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export const mysql: SqlDialect = {
  quote,
  string,
  column,
  indexPart,
  keyHead: (kind, name) =>
    kind === "primary key" ? "PRIMARY KEY" : words("UNIQUE KEY", name !== null && quote(name)),
  // A column that counts needs its key at once.
  isWithinTable: (part) => part === "index" || part.kind !== "foreign key",
};

function column(definition: ColumnDefinition): string {
  const { type, nullable, default: value, generated, identity, comment } = definition;
  return words(
    type === "" ? "text" : type,
    generated !== null && `GENERATED ALWAYS AS (${generated})`,
    !nullable && "NOT NULL",
    value !== null && `DEFAULT ${isLiteral(value) ? value : `(${value})`}`,
    identity !== null && "AUTO_INCREMENT",
    comment !== null && `COMMENT ${string(comment)}`,
  );
}

const moment = String.raw`(?:current_timestamp|localtime|localtimestamp|now)(?:\s*\(\d*\))?`;
const text = String.raw`\w*(?:'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*")`;
const literal = new RegExp(
  String.raw`^(?:${moment}|${text}|[+-]?[\d.]+(?:e[+-]?\d+)?|true|false|0x[\da-f]+)$`,
  "isu",
);

/** Whatever else is a default stands in parentheses. */
function isLiteral(value: string): boolean {
  return literal.test(value);
}

function indexPart({ column: name, expression, options }: IndexPart): string {
  return words(name === null ? `(${expression ?? ""})` : quote(name), options);
}
