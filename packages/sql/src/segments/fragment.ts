import type { SqlDialect } from "../sql-reading.js";

/** The kinds of SQL that can be put into a text. */
export type Fragment =
  | "value"
  | "literal"
  | "number"
  | "list"
  | "name"
  | "query"
  | "subquery"
  | "source"
  | "nothing"
  | "condition"
  | "operator"
  | "join"
  | "assignment"
  | "set"
  | "rows"
  | "column"
  | "change"
  | "cte"
  | "with"
  | "update"
  | "insert";

/** An example of a fragment; `name` is a name that nothing else has. */
export function exampleOf(fragment: Fragment, name: string, dialect: SqlDialect): string {
  switch (fragment) {
    case "value":
      return dialect === "postgresql" ? "$1" : "?";
    case "literal":
      return "'0'";
    case "number":
      return "0";
    case "list":
      return "(0)";
    case "name":
      return name;
    case "nothing":
      return "";
    case "condition":
      return "AND 0 = 0";
    case "operator":
      return "=";
    case "join":
      return "JOIN";
    case "rows":
      return "VALUES (0)";
    default:
      return exampleWithName(fragment, name);
  }
}

function exampleWithName(fragment: Fragment, name: string): string {
  switch (fragment) {
    case "query":
      return `SELECT * FROM ${name}`;
    case "subquery":
      return `(SELECT * FROM ${name})`;
    case "source":
      return `(SELECT 1) ${name}`;
    case "assignment":
      return `${name} = 0`;
    case "set":
      return `SET ${name} = 0`;
    case "column":
      return `${name} int`;
    case "change":
      return `ADD COLUMN ${name} int`;
    case "cte":
      return `${name} AS (SELECT 1)`;
    case "with":
      return `WITH ${name} AS (SELECT 1)`;
    case "update":
      return `UPDATE ${name}`;
    default:
      return `INSERT INTO ${name}`;
  }
}
