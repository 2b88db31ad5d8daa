import type { ObjectName } from "@domain-isolation/model";
import type { SqlDialect } from "./sql-dialect.js";

/** The name of an object, with its schema only where that isn't the usual one. */
export function placedName({ schema, name }: ObjectName, { quote }: SqlDialect): string {
  const isUsual = schema === null || schema === "public";
  return isUsual ? quote(name) : `${quote(schema)}.${quote(name)}`;
}
