import type { Key, Table } from "@domain-isolation/model";
import { isIndexed, type ColumnUse } from "../column-use.js";
import type { DialectRules } from "./dialect-rules.js";

const inLowerCase = (name: string) => name.toLowerCase();

/** https://www.sqlite.org/lang_altertable.html */
export const sqliteRules: DialectRules = {
  dialect: "sqlite",
  searchPath: [null],
  indexesAreRelations: true,
  fold: inLowerCase,
  foldColumn: inLowerCase,
  keysAreNotNull: false,
  dependsByObject: false,
  viewsFollow: "in their text",
  uniqueIndexesAreKeys: false,
  nameConstraint: () => null,
  nameIndex: (_, table) => `${table.name}_idx`,
  nameSequence: () => null,
  withoutColumn,
  isRedundant,
  resultType,
};

/** https://www.sqlite.org/lang_altertable.html#alter_table_drop_column */
function withoutColumn(table: Table, use: ColumnUse): Table | string {
  const { primaryKey, uniques, indexes, columns, foreignKeys, checks } = table;
  const keys = [...(primaryKey ? [primaryKey] : []), ...uniques];
  if (keys.some((key) => use.isIn(key.columns))) {
    return "a column that is a part of a key can't be dropped";
  }
  if (indexes.some((index) => isIndexed(index, use))) {
    return "a column that is indexed can't be dropped";
  }
  if (columns.some(({ name, generated }) => !use.isIn([name]) && use.isNamedIn(generated))) {
    return "a column that another is generated from can't be dropped";
  }
  return {
    ...table,
    // What stands behind the column goes with it; SQLite refuses where others name it too.
    foreignKeys: foreignKeys.filter((key) => !use.isIn(key.columns)),
    checks: checks.filter(({ expression }) => !use.isNamedIn(expression)),
  };
}

/** Keys of the same columns share an index, but for the row id, which needs none. */
function isRedundant(key: Key, _: unknown, table: Table): boolean {
  const { primaryKey, uniques } = table;
  const shared = [...(primaryKey && !isRowid(primaryKey, table) ? [primaryKey] : []), ...uniques];
  return shared.some((other) => spelled(other) === spelled(key));
}

function spelled({ columns }: Key): string {
  return columns.map(inLowerCase).join("\0");
}

function isRowid({ columns: [only = "", ...others] }: Key, { columns }: Table): boolean {
  const column = columns.find(({ name }) => inLowerCase(name) === inLowerCase(only));
  return others.length === 0 && column !== undefined && inLowerCase(column.type) === "integer";
}

/** A query passes on what a type is good for: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
function resultType(type: string): string {
  if (/int/iu.test(type)) return "INT";
  if (/char|clob|text/iu.test(type)) return "TEXT";
  if (type === "" || /blob/iu.test(type)) return "";
  return /real|floa|doub/iu.test(type) ? "REAL" : "NUM";
}
