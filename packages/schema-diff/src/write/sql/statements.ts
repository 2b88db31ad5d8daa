import type { Dialect } from "@domain-isolation/model";
import type { AlterSequence, Change, CreateTable, CreateType } from "../../changes/change.js";
import { constraintSql } from "./constraint-sql.js";
import { indexSql } from "./index-sql.js";
import { listed } from "./listed.js";
import { placedName } from "./placed-name.js";
import type { SqlDialect } from "./sql-dialect.js";
import { commentsSql, tableSql } from "./table-sql.js";

/** The statements of one change, without their ends; none where nothing of it is kept. */
export function statementsOf(
  change: Change,
  name: Dialect,
  dialect: SqlDialect,
): readonly string[] {
  const named = (object: Parameters<typeof placedName>[0]) => placedName(object, dialect);
  switch (change.kind) {
    case "create table":
      return tableStatements(change, name, dialect);
    case "add constraint": {
      const constraint = constraintSql(change.constraint, dialect);
      return [`ALTER TABLE ${named(change.table)} ADD ${constraint}`];
    }
    case "create index":
      return [indexSql(change, dialect)];
    case "create view": {
      const what = change.viewKind === "view" ? "VIEW" : "MATERIALIZED VIEW";
      return [`CREATE ${what} ${named(change.name)} AS\n${change.query.text}`];
    }
    case "create sequence":
      return [`CREATE SEQUENCE ${named(change.name)}`];
    case "alter sequence":
      return [ownerSql(change, dialect)];
    case "create type":
      return typeStatements(change, dialect);
    case "inherit":
      return [`ALTER TABLE ${named(change.table)} INHERIT ${named(change.other)}`];
    default:
      return [];
  }
}

/** Every dialect but PostgreSQL wants a column at least. */
function tableStatements(
  table: CreateTable,
  name: Dialect,
  dialect: SqlDialect,
): readonly string[] {
  const isEmpty = table.columns.length === 0 && name !== "postgresql";
  const comments = name === "postgresql" ? commentsSql(table, dialect) : [];
  return isEmpty ? [] : [tableSql(table, name, dialect), ...comments];
}

function ownerSql({ name, ownedBy }: AlterSequence, dialect: SqlDialect): string {
  const owner = ownedBy
    ? `${placedName(ownedBy.table, dialect)}.${dialect.quote(ownedBy.column)}`
    : "NONE";
  return `ALTER SEQUENCE ${placedName(name, dialect)} OWNED BY ${owner}`;
}

function typeStatements({ name, type, values }: CreateType, dialect: SqlDialect) {
  if (type !== "enum") return [];
  return [`CREATE TYPE ${placedName(name, dialect)} AS ENUM ${listed(values, dialect.string)}`];
}
