import { is, SQL, type Table as DrizzleTable } from "drizzle-orm";
import * as mysql from "drizzle-orm/mysql-core";
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { Dialect, Table } from "@domain-isolation/model";
import { writtenType } from "../../../src/readers/source-code/written-type.js";

type Config = ReturnType<
  typeof pg.getTableConfig | typeof mysql.getTableConfig | typeof sqlite.getTableConfig
>;

/** What Drizzle itself knows of the tables that a module exports. */
export function tablesOfDrizzle(module: Readonly<Record<string, unknown>>, dialect: Dialect) {
  const configs = Object.values(module).flatMap((value): Config[] => {
    if (is(value, pg.PgTable)) return [pg.getTableConfig(value)];
    if (is(value, mysql.MySqlTable)) return [mysql.getTableConfig(value)];
    return is(value, sqlite.SQLiteTable) ? [sqlite.getTableConfig(value)] : [];
  });
  return configs.map((config) => shownConfig(config, dialect)).sort(byName);
}

function shownConfig(config: Config, dialect: Dialect) {
  const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  const together = new Set(config.primaryKeys.flatMap(({ columns }) => names(columns)));
  const own = config.columns.filter(({ primary }) => primary);
  return {
    name: config.name,
    schema: ("schema" in config ? config.schema : undefined) ?? usual[dialect],
    columns: config.columns.map((column) => ({
      name: column.name,
      type: writtenType(column.getSQLType(), dialect),
      nullable: !column.notNull && !(dialect !== "sqlite" && together.has(column.name)),
      hasDefault: column.default !== undefined,
    })),
    primaryKey: config.primaryKeys.map(({ columns }) => names(columns))[0] ?? names(own),
    uniques: [
      ...config.columns.filter((column) => isUnique(column, dialect)).map(({ name }) => [name]),
      ...config.uniqueConstraints.map(({ columns }) => names(columns)),
    ].sort(),
    foreignKeys: config.foreignKeys
      .map((key) => {
        const { columns, foreignColumns, foreignTable } = key.reference();
        const to = nameOf(foreignTable);
        const actions = [key.onDelete ?? "no action", key.onUpdate ?? "no action"];
        return { columns: names(columns), to, targets: names(foreignColumns), actions };
      })
      .sort((a, b) => (String(a.columns) < String(b.columns) ? -1 : 1)),
    indexes: config.indexes
      .map(({ config: index }) => ({
        name: String(index.name),
        unique: index.unique ?? false,
        columns: index.columns.map((column) => (is(column, SQL) ? null : nameIn(column))),
        isPartial: "where" in index && index.where !== undefined,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    checks: config.checks.map(({ name }) => name).sort(),
  };
}

/** MySQL's `serial` is unique of itself. */
function isUnique(column: Config["columns"][number], dialect: Dialect): boolean {
  return column.isUnique || (dialect === "mysql" && column.getSQLType() === "serial");
}

const usual: Readonly<Record<Dialect, string | null>> = {
  postgresql: "public",
  mysql: null,
  sqlite: null,
};

function nameOf(table: DrizzleTable): string {
  const name: unknown = Reflect.get(table, Symbol.for("drizzle:Name"));
  return String(name);
}

function nameIn(column: object): unknown {
  return Reflect.get(column, "name");
}

/** The same of our own. */
export function shownTables(tables: readonly Table[]) {
  return tables
    .map((table) => ({
      name: table.name,
      schema: table.schema,
      columns: table.columns.map(({ name, type, nullable, default: value }) => ({
        name,
        type: type.replace(/^billing\./u, ""),
        nullable,
        hasDefault: value !== null && !value.startsWith("nextval("),
      })),
      primaryKey: table.primaryKey?.columns ?? [],
      uniques: table.uniques.map(({ columns }) => columns).sort(),
      foreignKeys: table.foreignKeys
        .map(({ columns, references, onDelete, onUpdate }) => {
          const to = references.name;
          return { columns, to, targets: references.columns, actions: [onDelete, onUpdate] };
        })
        .sort((a, b) => (String(a.columns) < String(b.columns) ? -1 : 1)),
      indexes: table.indexes
        .map(({ name, unique, parts, where }) => {
          const columns = parts.map(({ column }) => column);
          return { name, unique, columns, isPartial: where !== null };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      checks: table.checks.map(({ name }) => name).sort(),
    }))
    .sort(byName);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
