import type { DomainMap, ObjectName, Ownership, TableOwner } from "@domain-isolation/model";

/** Whose a table of a database is, seen from the domain to whose migrations it belongs. */
export function ownerOf({ schema, name }: ObjectName, askedBy: string, map: DomainMap): TableOwner {
  return map.tableOwner(
    { schema: schema === "public" ? null : schema, name, entity: null },
    askedBy,
  );
}

/** A domain other than the given one that owns a table. */
export interface OtherOwner {
  readonly domain: string;
  readonly because: Ownership;
}

export function otherOwner(name: ObjectName, domain: string, map: DomainMap): OtherOwner | null {
  const owner = ownerOf(name, domain, map);
  if (owner.kind !== "owned" || owner.domain === domain) return null;
  return { domain: owner.domain, because: owner.claim };
}

/** A name as a message shows it: the usual schema is left out. */
export function nameInWords({ schema, name }: ObjectName): string {
  return schema === null || schema === "public" ? name : `${schema}.${name}`;
}
