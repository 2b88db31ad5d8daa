/** What an operation of a model does: https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries */
export const operations: Readonly<
  Record<string, { readonly access: "read" | "write" } | undefined>
> = {
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
  createMany: { access: "write" },
  createManyAndReturn: { access: "write" },
  update: { access: "write" },
  updateMany: { access: "write" },
  updateManyAndReturn: { access: "write" },
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
