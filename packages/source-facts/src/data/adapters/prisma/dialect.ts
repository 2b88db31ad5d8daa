import type { SqlDialect } from "@domain-isolation/sql";
import type { DataWorld } from "../../modules.js";

/** The datasource's provider; where schemas are of several databases, the first speaks. */
export function prismaDialect({ prismaSchemas }: DataWorld): SqlDialect {
  const provider = prismaSchemas.find((schema) => schema.provider !== null)?.provider;
  return provider === "mysql" || provider === "sqlite" ? provider : "postgresql";
}
