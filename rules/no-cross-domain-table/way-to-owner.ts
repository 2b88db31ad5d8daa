import type { FileContext, FindingData } from "@domain-isolation/model";

/** How code of another domain comes by what is in a table. */
export type WayToOwner = "offered" | "inRepository" | "notOffered" | "noPublicEntry" | "undeclared";

/** The first of them that is certain, with the data that its help speaks of. */
export function wayToOwner(
  from: string,
  to: string,
  table: string,
  { facts, map }: Pick<FileContext, "facts" | "map">,
): { readonly way: WayToOwner; readonly data: FindingData } {
  const allowed = map.source.domains[from]?.mayUse;
  const entries = map.publicEntries(to);
  const offering = facts.offering(to, table);
  const data = {
    entries: entries.join(", "),
    offering: offering ?? "",
    allowed: allowed === undefined || allowed.length === 0 ? "no domain" : allowed.join(", "),
  };
  const way = (): WayToOwner => {
    if (allowed && !allowed.includes(to)) return "undeclared";
    if (entries.length === 0) return "noPublicEntry";
    if (offering === null) return "notOffered";
    return map.hasRole(offering, "public") ? "offered" : "inRepository";
  };
  return { way: way(), data };
}
