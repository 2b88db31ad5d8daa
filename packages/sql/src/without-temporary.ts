import type { StatementResult } from "./segments/read-statement.js";
import type { SqlDialect, SqlTable } from "./sql-reading.js";

/** The schema in which a dialect keeps temporary tables. */
const temporarySchema: Readonly<Record<SqlDialect, string | null>> = {
  postgresql: "pg_temp",
  sqlite: "temp",
  mysql: null,
};

/**
 * The tables of statements without the temporary ones, which are nobody's but the connection's:
 * those that the text makes, and those of the schema for them.
 */
export function withoutTemporary(
  results: readonly StatementResult[],
  dialect: SqlDialect,
): readonly SqlTable[] {
  const made = new Set(results.flatMap(({ temporary }) => temporary));
  return results.flatMap(({ tables }) =>
    tables.filter(({ name, schema }) =>
      schema === null ? !made.has(name) : schema.toLowerCase() !== temporarySchema[dialect],
    ),
  );
}
