import type { DomainMap, Ownership } from "./domain-map/domain-map.js";

/** A pattern of files speaks for itself; a name is told with the key of the map that lists it. */
const keysOfNames: ReadonlySet<string> = new Set(["tables", "entities", "env"]);

/** "tables.redeem_codes → users (domain-isolation.config.ts:14)": which line of the map says so. */
export function explainOwnership(map: DomainMap, { domain, pattern, path }: Ownership): string {
  const place = map.place(path);
  const key = path.at(-2);
  const name = typeof key === "string" && keysOfNames.has(key) ? `${key}.${pattern}` : pattern;
  const claim = `${name} → ${domain ?? "shared"}`;
  return place === null ? claim : `${claim} (${place})`;
}
