import type { ProposedEntry } from "../map-proposal.js";
import type { RepositoryFacts } from "../repository-facts.js";
import { isProductCode } from "./is-product-code.js";
import { counted, some } from "./in-words.js";

export interface EnvAssignment {
  readonly byDomain: ReadonlyMap<string, readonly ProposedEntry[]>;
  readonly shared: readonly ProposedEntry[];
  /** Their names; code of no domain reads them. */
  readonly unassigned: readonly string[];
}

/** What the platform sets, and everybody may know. */
const ofThePlatform = /^(?:NODE_ENV|CI|PORT|TZ|HOME|PATH|npm_.*|VERCEL(?:_.*)?)$/u;

/** A variable that one domain alone reads is its own; one that several read is shared. */
export function assignEnv(
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): EnvAssignment {
  const byDomain = new Map<string, ProposedEntry[]>();
  const shared: ProposedEntry[] = [];
  const unassigned: string[] = [];
  for (const [name, files] of readers(facts)) {
    const domains = [...new Set(files.flatMap((file) => owner(file) ?? []))].sort();
    const [domain] = domains;
    const isOnlyTheirs = files.every((file) => owner(file) !== null);
    if (domains.length > 1 || ofThePlatform.test(name)) {
      shared.push({ value: name, note: `read by ${readBy(domains, files, owner)}` });
    } else if (domain !== undefined && isOnlyTheirs) {
      const entry = { value: name, note: `read by ${counted(files.length, "file")} here alone` };
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), entry]);
    } else unassigned.push(name);
  }
  return { byDomain, shared, unassigned };
}

function readBy(
  domains: readonly string[],
  files: readonly string[],
  owner: (file: string) => string | null,
): string {
  const others = files.filter((file) => owner(file) === null).length;
  const said = others > 0 ? [`${counted(others, "file")} of no domain`] : [];
  return [...(domains.length > 0 ? [some(domains, 4)] : []), ...said].join(" and ");
}

function readers(facts: RepositoryFacts): readonly (readonly [string, readonly string[]])[] {
  const files = new Map<string, Set<string>>();
  for (const file of facts.files.filter(isProductCode)) {
    for (const { name } of facts.data(file).env) {
      if (name !== null) files.set(name, (files.get(name) ?? new Set()).add(file));
    }
  }
  return [...files]
    .map(([name, found]) => [name, [...found]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
