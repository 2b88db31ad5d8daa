import type { ObjectName } from "@domain-isolation/model";

/** The name of an object, with its schema only where that isn't the usual one. */
export function objectKey({ schema, name }: ObjectName): string {
  return schema === null || schema === "public" ? name : `${schema}.${name}`;
}
