import type { Dialect } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import { commentLine } from "./comment-line.js";
import { missingOf } from "./missing.js";
import { mysql } from "./mysql.js";
import { neededSchemas } from "./needed-schemas.js";
import { postgresql } from "./postgresql.js";
import type { SqlDialect } from "./sql-dialect.js";
import { sqlite } from "./sqlite.js";
import { statementsOf } from "./statements.js";
import { wholeTables } from "./whole-tables.js";

const dialects: Readonly<Record<Dialect, SqlDialect>> = { postgresql, sqlite, mysql };

/**
 * The statements that make a schema, from the changes that `changesThatMake` gives. What a schema
 * doesn't keep (bodies of routines, how tables are partitioned) is said in a comment, and so is a
 * change that only takes away or alters.
 */
export function writeSql(changes: readonly Change[], dialect: Dialect): string {
  const own = dialects[dialect];
  const written = wholeTables(changes, own).map((change) => {
    const statements = statementsOf(change, dialect, own);
    const unwritten = statements.length === 0 ? `not written: ${change.kind}` : null;
    const missing = missingOf(change, dialect) ?? unwritten;
    const note = missing === null ? "" : commentLine(missing);
    return note + statements.map(ended).join("");
  });
  const schemas = neededSchemas(changes).map((name) =>
    ended(`CREATE SCHEMA IF NOT EXISTS ${own.quote(name)}`),
  );
  return [...schemas, ...written].join("\n");
}

function ended(statement: string): string {
  return `${statement};\n`;
}
