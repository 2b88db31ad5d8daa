import type { CreateIndex, IndexDefinition } from "../../changes/change.js";
import { listed } from "./listed.js";
import { placedName } from "./placed-name.js";
import type { SqlDialect } from "./sql-dialect.js";
import { words } from "./words.js";

/** `CREATE INDEX`, of PostgreSQL and SQLite. */
export function indexSql({ table, index }: CreateIndex, dialect: SqlDialect): string {
  const { name, unique, method, include, where } = index;
  return words(
    unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX",
    name && dialect.quote(name.name),
    `ON ${placedName(table, dialect)}`,
    method !== null && `USING ${method}`,
    listed(index.parts, dialect.indexPart),
    include.length > 0 && `INCLUDE ${listed(include, dialect.quote)}`,
    where !== null && `WHERE ${where}`,
  );
}

/** An index among the columns of its table, as MySQL has it: `FULLTEXT KEY`. */
export function indexWithinTable(index: IndexDefinition, dialect: SqlDialect): string {
  const { name, unique, method, parts } = index;
  const isKind = method !== null && ["fulltext", "spatial", "vector"].includes(method);
  return words(
    unique && "UNIQUE",
    isKind && method.toUpperCase(),
    "KEY",
    name && dialect.quote(name.name),
    method !== null && !isKind && `USING ${method.toUpperCase()}`,
    listed(parts, dialect.indexPart),
  );
}
