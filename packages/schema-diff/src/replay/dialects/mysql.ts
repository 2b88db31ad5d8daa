import type { Key, Table } from "@domain-isolation/model";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import type { ColumnUse } from "../column-use.js";
import type { DialectRules } from "./dialect-rules.js";

/** https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export const mysqlRules: DialectRules = {
  dialect: "mysql",
  searchPath: [null],
  fold: (name) => name,
  indexesAreRelations: false,
  foldColumn: (name) => name.toLowerCase(),
  keysAreNotNull: true,
  dependsByObject: false,
  viewsFollow: "not at all",
  uniqueIndexesAreKeys: true,
  nameConstraint,
  nameIndex: ({ parts }, table) => freeIndexName(parts[0]?.column ?? "functional_index", table),
  nameSequence: () => null,
  withoutColumn,
  isRedundant: () => false,
  resultType: (type) => type,
};

function nameConstraint(constraint: Constraint, table: Table): string | null {
  switch (constraint.kind) {
    case "primary key":
      return "PRIMARY";
    case "unique":
      return freeIndexName(constraint.columns[0] ?? "", table);
    case "foreign key":
      return nextNumbered(`${table.name}_ibfk_`, table.foreignKeys);
    case "check":
      return nextNumbered(`${table.name}_chk_`, table.checks);
    case "exclude":
      return null;
  }
}

/** An index is named like its first column: `email`, `email_2` … */
function freeIndexName(name: string, { uniques, indexes }: Table): string {
  const taken = new Set([...uniques, ...indexes].map((each) => each.name?.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  let number = 2;
  while (taken.has(`${name}_${String(number)}`.toLowerCase())) number++;
  return `${name}_${String(number)}`;
}

/** One more than the highest number in use. */
function nextNumbered(prefix: string, named: readonly { readonly name: string | null }[]): string {
  const numbers = named.map(({ name }) =>
    name?.startsWith(prefix) ? Number(name.slice(prefix.length)) || 0 : 0,
  );
  return `${prefix}${String(Math.max(0, ...numbers) + 1)}`;
}

/** A column leaves the indexes that it is a part of; those of it alone go. */
function withoutColumn(table: Table, use: ColumnUse): Table | string {
  if (table.foreignKeys.some((key) => use.isIn(key.columns))) {
    return "a column that a foreign key needs can't be dropped";
  }
  const without = (key: Key): Key => ({
    ...key,
    columns: key.columns.filter((column) => !use.isIn([column])),
  });
  const primaryKey = table.primaryKey && without(table.primaryKey);
  return {
    ...table,
    primaryKey: primaryKey && primaryKey.columns.length > 0 ? primaryKey : null,
    uniques: table.uniques.map(without).filter(({ columns }) => columns.length > 0),
    checks: table.checks.filter(({ expression }) => !use.isNamedIn(expression)),
    indexes: table.indexes
      .map((index) => ({ ...index, parts: partsWithout(index, use) }))
      .filter(({ parts }) => parts.length > 0),
  };
}

function partsWithout({ parts }: Pick<IndexDefinition, "parts">, use: ColumnUse) {
  return parts.filter(({ column }) => column === null || !use.isIn([column]));
}
