import { parseStatements } from "@domain-isolation/sql";
import type { IndexPart } from "@domain-isolation/model";
import type { ColumnDefinition, Constraint, CreateTable } from "../../changes/change.js";
import { constraintHead } from "./constraint-head.js";
import { inQuotes } from "./in-quotes.js";
import { placedName } from "./placed-name.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

const quote = (name: string) => inQuotes(name, '"');

/** https://www.postgresql.org/docs/current/sql-createtable.html */
export const postgresql: SqlDialect = {
  quote,
  string: (value) => inQuotes(value, "'"),
  column,
  indexPart,
  keyHead: (kind, name) => constraintHead(name, kind.toUpperCase(), quote),
  isWithinTable,
};

function isWithinTable(part: Constraint | "index", { constraints }: CreateTable): boolean {
  if (part === "index" || part.kind === "foreign key") return false;
  return !constraints.some((other) => isRepeated(part, other));
}

/** Of two keys of the same columns within a table PostgreSQL makes but one. */
function isRepeated(key: Constraint, other: Constraint): boolean {
  if (!("columns" in key && "columns" in other)) return false;
  return key.columns.join("\0") === other.columns.join("\0");
}

function column(definition: ColumnDefinition, table: { readonly name: string }): string {
  const { type, nullable, default: value, generated } = definition;
  return words(
    type === "" ? "text" : type,
    !nullable && "NOT NULL",
    value !== null && `DEFAULT ${value}`,
    generated !== null && `GENERATED ALWAYS AS (${generated}) STORED`,
    identity(definition, table),
  );
}

function identity(
  { name, identity: how, sequence }: ColumnDefinition,
  table: { readonly name: string },
): string {
  if (how === null) return "";
  const isUsual = !sequence || sequence.name === `${table.name}_${name}_seq`;
  const given = isUsual ? "" : `(SEQUENCE NAME ${placedName(sequence, postgresql)})`;
  return words(`GENERATED ${how.toUpperCase()} AS IDENTITY`, given);
}

function indexPart({ column: name, expression, options }: IndexPart): string {
  return words(name === null ? indexed(expression ?? "") : quote(name), options);
}

/** Only calls of functions stand without parentheses. */
function indexed(expression: string): string {
  const [statement] = parseStatements(`CREATE INDEX ON t (${expression})`, "postgresql");
  return statement?.tree ? expression : `(${expression})`;
}
