import type { PrismaSchema } from "@domain-isolation/prisma-schema";
import type { CreateType } from "../../changes/change.js";
import { placeOf } from "./prisma-context.js";

/** The types that a database with enums has. */
export function enumChanges({ enums }: PrismaSchema): readonly CreateType[] {
  return enums.map(({ databaseName, schema, values, file, span }) => ({
    kind: "create type",
    at: placeOf(file, span),
    name: { name: databaseName, schema, span },
    type: "enum",
    values: values.map((value) => value.databaseName),
  }));
}
