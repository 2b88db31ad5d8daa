import type { DialectRules } from "./dialect-rules.js";

/** https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export const mysqlRules: DialectRules = {
  dialect: "mysql",
  searchPath: [null],
  fold: (name) => name,
  indexesAreRelations: false,
  keysAreNotNull: true,
  dependsByObject: false,
  columnsTakeKeysAlong: false,
  nameConstraint: (constraint) =>
    constraint.kind === "unique" ? (constraint.columns[0] ?? null) : null,
  nameIndex: (index, table) => index.parts[0]?.column ?? `${table.name}_idx`,
  nameSequence: () => null,
};
