export type * from "./changes/change.js";
export { changesThatMake, diff } from "./diff/diff.js";
export { differences, type Comparison } from "./diff/differences.js";
export { declaredInCode, factsOf } from "./declared/declared-in-code.js";
export type * from "./declared/declared-schema.js";
export {
  declaredByDrizzleSnapshot,
  type SnapshotFile,
} from "./declared/drizzle/declared-by-drizzle-snapshot.js";
export {
  declaredByDrizzle,
  mayDeclareDrizzle,
  type DrizzleFiles,
} from "./declared/drizzle-tables/declared-by-drizzle.js";
export {
  declaredBySqlalchemy,
  mayDeclareSqlalchemy,
  type PythonFiles,
} from "./declared/sqlalchemy/declared-by-sqlalchemy.js";
export {
  declaredByTypeorm,
  mayDeclareTypeorm,
  type TypeormFiles,
} from "./declared/typeorm/declared-by-typeorm.js";
export { declaredByPrisma, type PrismaOptions } from "./declared/prisma/declared-by-prisma.js";
export type { CodeFiles, MigrationReader, TreeFiles, TreeInput } from "./readers/reader.js";
export { replay, type Replay, type ReplayProblem } from "./replay/replay.js";
export { readChanges } from "./sql/read-changes.js";
export { sqlFile, type SqlText } from "./sql/sql-text.js";
export { migrationFormats, readTree } from "./trees/read-tree.js";
export {
  noMigrations,
  openMigrations,
  type MigrationHost,
  type ProjectMigrations,
} from "./trees/project-migrations.js";
export type * from "./trees/tree.js";
export { schemaDocument, type LineOf, type SchemaDocument } from "./write/schema-document.js";
export { schemaMarkdown } from "./write/schema-markdown.js";
export { writeSchema } from "./write/sql/write-schema.js";
export { writeSql } from "./write/sql/write-sql.js";
