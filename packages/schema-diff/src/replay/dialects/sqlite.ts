import type { DialectRules } from "./dialect-rules.js";

/** https://www.sqlite.org/lang_altertable.html */
export const sqliteRules: DialectRules = {
  dialect: "sqlite",
  searchPath: [null],
  fold: (name) => name.toLowerCase(),
  indexesAreRelations: true,
  keysAreNotNull: false,
  dependsByObject: false,
  columnsTakeKeysAlong: false,
  nameConstraint: () => null,
  nameIndex: (_, table) => `${table.name}_idx`,
  nameSequence: () => null,
};
