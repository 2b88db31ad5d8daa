interface Operation {
  readonly access: "read" | "write";
  /** Its data are rows of the one table: no relations can be in them. */
  readonly isFlat?: true;
}

/** What an operation of a model does: https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries */
export const operations: Readonly<Record<string, Operation | undefined>> = {
  findUnique: { access: "read" },
  findUniqueOrThrow: { access: "read" },
  findFirst: { access: "read" },
  findFirstOrThrow: { access: "read" },
  findMany: { access: "read" },
  findRaw: { access: "read" },
  aggregate: { access: "read" },
  aggregateRaw: { access: "read" },
  count: { access: "read" },
  groupBy: { access: "read" },
  create: { access: "write" },
  createMany: { access: "write", isFlat: true },
  createManyAndReturn: { access: "write", isFlat: true },
  update: { access: "write" },
  updateMany: { access: "write", isFlat: true },
  updateManyAndReturn: { access: "write", isFlat: true },
  upsert: { access: "write" },
  delete: { access: "write" },
  deleteMany: { access: "write" },
};

/** Methods of the client that send SQL. */
export const rawMethods: ReadonlySet<string> = new Set([
  "$queryRaw",
  "$queryRawUnsafe",
  "$queryRawTyped",
  "$executeRaw",
  "$executeRawUnsafe",
]);
