import type { TableUse } from "./data-facts.js";
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

interface Offered {
  readonly file: string;
  /** What works with the tables: the file itself, or one whose code it gives away. */
  readonly origin: string;
  readonly isEntry: boolean;
}

/** Table to the file that is the best to go to. */
function offeringsOf(
  domain: string,
  map: DomainMap,
  files: readonly string[],
  facts: Facts,
): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly file: string; readonly worth: number }>();
  for (const offered of offeredBy(domain, map, files, facts)) {
    const uses = facts.data(offered.origin).statements.flatMap(({ tables }) => tables);
    const isPure = !uses.some((use) => isForeign(use, domain, map));
    for (const use of uses) {
      const worth = worthOf(offered, isPure, use);
      if (worth > (best.get(use.name)?.worth ?? -1)) {
        best.set(use.name, { file: offered.file, worth });
      }
    }
  }
  return new Map([...best].map(([table, { file }]) => [table, file]));
}

function offeredBy(
  domain: string,
  map: DomainMap,
  files: readonly string[],
  facts: Facts,
): readonly Offered[] {
  const own = files.filter(
    (file) => map.owner(file)?.domain === domain && !map.hasRole(file, "test"),
  );
  const entries = own.filter((file) => map.hasRole(file, "public"));
  const repositories = own.filter((file) => map.hasRole(file, "repository"));
  return [
    ...entries.flatMap((file) =>
      facts.origins(file).map((origin) => ({ file, origin, isEntry: true })),
    ),
    ...repositories.map((file) => ({ file, origin: file, isEntry: false })),
  ];
}

function isForeign(use: TableUse, domain: string, map: DomainMap): boolean {
  const owner = map.tableOwner(use, domain);
  return owner.kind === "owned" && owner.domain !== domain;
}

/**
 * A public entry goes before a repository that none passes on, then one that keeps to its own tables
 * before one that itself crosses, and who is about the table before who only joins it.
 */
function worthOf({ isEntry }: Offered, isPure: boolean, { access, via }: TableUse): number {
  const isBeside = via === "join" || via === "relation";
  return (isEntry ? 8 : 0) + (isPure ? 4 : 0) + (isBeside ? 0 : 2) + (access === "write" ? 1 : 0);
}
