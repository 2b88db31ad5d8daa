import type { ObjectName, SourcePlace } from "@domain-isolation/model";
import type { PlacedName } from "../changes/change.js";

interface Placed {
  readonly definedAt: SourcePlace;
}

/** The name of something of a schema, at the place where that is defined. */
export function placedName({ schema, name }: ObjectName, { definedAt }: Placed): PlacedName {
  return { schema, name, span: definedAt.span };
}

export function keyOfName({ schema, name }: ObjectName): string {
  return `${schema ?? ""}\0${name}`;
}

/** A change of a table, at the place of what it is about. */
export function targetOf(table: ObjectName, part: Placed) {
  return { at: part.definedAt, table: placedName(table, part), ifTableExists: false } as const;
}

/** How something is dropped that must be there. */
export function dropOf(object: ObjectName & Placed) {
  const name = placedName(object, object);
  return { at: object.definedAt, name, ifExists: false, cascade: false } as const;
}
