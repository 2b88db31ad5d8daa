export type * from "./changes/change.js";
export type { CodeFiles, MigrationReader, TreeFiles, TreeInput } from "./readers/reader.js";
export { replay, type Replay, type ReplayProblem } from "./replay/replay.js";
export { readChanges } from "./sql/read-changes.js";
export { sqlFile, type SqlText } from "./sql/sql-text.js";
export { migrationFormats, readTree } from "./trees/read-tree.js";
export type * from "./trees/tree.js";
