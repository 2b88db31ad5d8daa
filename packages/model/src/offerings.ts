import type { DomainMap } from "./domain-map/domain-map.js";
import type { FactView } from "./rule.js";

type Facts = Pick<FactView, "data" | "origins">;

/**
 * Where a domain already offers what is in a table of its own: the public entry that gives away code
 * which touches the table, or else the repository that touches it. `files` and the facts are asked
 * for only when somebody wants to know, and once for each domain.
 */
export function createOfferings(
  map: DomainMap,
  files: () => readonly string[],
  facts: Facts,
): FactView["offering"] {
  const byDomain = new Map<string, ReadonlyMap<string, string>>();
  return (domain, table) => {
    const known = byDomain.get(domain) ?? offeringsOf(domain, map, files(), facts);
    byDomain.set(domain, known);
    return known.get(table) ?? null;
  };
}

/** Table to file. What a public entry offers goes before what only a repository has. */
function offeringsOf(
  domain: string,
  map: DomainMap,
  files: readonly string[],
  facts: Facts,
): ReadonlyMap<string, string> {
  const own = files.filter(
    (file) => map.owner(file)?.domain === domain && !map.hasRole(file, "test"),
  );
  const entries = own.filter((file) => map.hasRole(file, "public"));
  const repositories = own.filter((file) => map.hasRole(file, "repository"));
  const offered = [
    ...entries.flatMap((entry) => facts.origins(entry).map((origin) => ({ file: entry, origin }))),
    ...repositories.map((file) => ({ file, origin: file })),
  ];
  const offerings = new Map<string, string>();
  for (const { file, origin } of offered) {
    for (const { tables } of facts.data(origin).statements) {
      for (const { name } of tables) if (!offerings.has(name)) offerings.set(name, file);
    }
  }
  return offerings;
}
