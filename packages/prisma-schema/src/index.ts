export type * from "./prisma-schema.js";
export { readPrismaSchema, type PrismaFile } from "./read-prisma-schema.js";
