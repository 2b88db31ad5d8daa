import type { FileContext, FindingData } from "@domain-isolation/model";

/** How code of another domain comes by what is in a table: a message, and what its help speaks of. */
export interface WayToOwner {
  readonly messageId: "offered" | "inRepository" | "notOffered" | "noPublicEntry" | "undeclared";
  readonly data: FindingData;
}

/** The best way that is certain. */
export function wayToOwner(
  from: string,
  to: string,
  table: string,
  { facts, map }: Pick<FileContext, "facts" | "map">,
): WayToOwner {
  const mayUse = map.source.domains[from]?.mayUse;
  if (mayUse && !mayUse.includes(to)) {
    const allowed = mayUse.length === 0 ? "no domain" : mayUse.join(", ");
    return { messageId: "undeclared", data: { allowed } };
  }
  const entries = map.publicEntries(to).join(", ");
  if (entries === "") return { messageId: "noPublicEntry", data: {} };
  const offering = facts.offering(to, table);
  if (offering === null) return { messageId: "notOffered", data: { entries } };
  if (map.hasRole(offering, "public")) return { messageId: "offered", data: { offering } };
  return { messageId: "inRepository", data: { offering, entries } };
}
