import type { Dialect } from "@domain-isolation/model";
import {
  readPrismaSchema,
  type PrismaFile,
  type PrismaSchema,
} from "@domain-isolation/prisma-schema";
import { declaredByChanges } from "../declared-by-changes.js";
import type { DeclarationProblem, DeclaredSchema } from "../declared-schema.js";
import { enumChanges } from "./enum-changes.js";
import { joinTableChanges } from "./join-table-changes.js";
import { indexChanges, tableChanges } from "./model-changes.js";
import type { PrismaContext } from "./prisma-context.js";
import { foreignKeyChanges } from "./relation-changes.js";

export interface PrismaOptions {
  /** The database, where the schema names none: its provider comes first. */
  readonly dialect: Dialect;
  /**
   * The major version of Prisma. Since 6 the tables between two models have a primary key in
   * PostgreSQL, and before a unique index. 6 where nothing is said.
   */
  readonly major?: number;
}

/**
 * The schema that `prisma migrate` would make of the files of a Prisma schema on an empty database,
 * with the names and defaults that it gives of itself:
 * https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping#prismas-default-naming-conventions-for-indexes-and-constraints
 */
export function declaredByPrisma(
  files: readonly PrismaFile[],
  options: PrismaOptions,
): DeclaredSchema {
  const prisma = readPrismaSchema(files);
  const dialect = dialectOf(prisma, options.dialect);
  const context = contextOf(prisma, dialect ?? options.dialect, options.major ?? 6);
  const { schema, problems } = declaredByChanges(
    dialect ? changesOf(context) : [],
    context.dialect,
    true,
  );
  return {
    schema,
    isWhole: dialect !== null,
    problems: [
      ...(dialect ? [] : [foreignProvider(prisma, files)]),
      ...prisma.problems.map(({ file, span, reason }) => ({ at: { file, span }, message: reason })),
      ...problems,
    ],
  };
}

/** Tables first, so that a key finds the one to which it points. */
function changesOf(context: PrismaContext) {
  const models = context.prisma.models.filter(({ kind }) => kind === "model");
  const between = context.prisma.joinTables.map((table) => joinTableChanges(table, context));
  return [
    ...(context.dialect === "postgresql" ? enumChanges(context.prisma) : []),
    ...models.map((model) => tableChanges(model, context)),
    ...between.flatMap(({ table }) => table),
    ...models.flatMap((model) => indexChanges(model, context)),
    ...models.flatMap((model) => foreignKeyChanges(model, context)),
    ...between.flatMap(({ keys }) => keys),
  ];
}

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ["cockroachdb", "postgresql"],
  ["mysql", "mysql"],
  ["postgresql", "postgresql"],
  ["sqlite", "sqlite"],
]);

function dialectOf({ provider }: PrismaSchema, dialect: Dialect): Dialect | null {
  return provider === null ? dialect : (dialects.get(provider) ?? null);
}

function contextOf(prisma: PrismaSchema, dialect: Dialect, major: number): PrismaContext {
  return {
    prisma,
    dialect,
    major,
    models: new Map(prisma.models.map((model) => [model.name, model])),
    enums: new Map(prisma.enums.map((each) => [each.name, each])),
  };
}

function foreignProvider(
  { provider }: PrismaSchema,
  files: readonly PrismaFile[],
): DeclarationProblem {
  const at = { file: files[0]?.file ?? "", span: { start: 0, end: 0 } };
  return { at, message: `the provider ${provider ?? ""} has no schema that is known here` };
}
