import { coupling, type Coupling, type Tie } from "./coupling.js";
import { ownersOf, type Standing } from "./grouping.js";
import type { Topic, Topics } from "./topics.js";

/** More than these, and nobody could say what each is for. */
export const mostDomains = 12;

interface Merge {
  readonly from: string;
  /** Null where it only serves others, or hangs on nothing and is too small to stand alone. */
  readonly into: string | null;
}

/**
 * Which seed is in which domain: one that hangs on another more than on itself and on all others is
 * a part of it. Beyond the number of domains that a person can hold, the smallest give way.
 */
export function mergeEntangled(
  seeds: readonly Topic[],
  files: readonly string[],
  topics: Topics,
  ties: readonly Tie[],
): ReadonlyMap<string, string> {
  const domainOf = new Map(seeds.map(({ phrase }) => [phrase, phrase]));
  for (;;) {
    const owners = ownersOf(files, topics, { domainOf, standing: mergedInto(domainOf) });
    const domains = [...new Set(domainOf.values())];
    const step = nextMerge(
      domains,
      sizesOf(owners),
      coupling(ties, (file) => owners.get(file)),
    );
    if (!step) return domainOf;
    for (const [topic, domain] of [...domainOf]) {
      if (domain !== step.from) continue;
      if (step.into === null) domainOf.delete(topic);
      else domainOf.set(topic, step.into);
    }
  }
}

/** Topics that are in a domain of another name. */
export function mergedInto(domainOf: ReadonlyMap<string, string>): Map<string, Standing> {
  const merged = [...domainOf].filter(([topic, domain]) => topic !== domain);
  return new Map(merged.map(([topic]) => [topic, "merged"] as const));
}

function nextMerge(
  domains: readonly string[],
  sizes: ReadonlyMap<string, number>,
  coupled: Coupling,
): Merge | null {
  const size = (domain: string) => sizes.get(domain) ?? 0;
  const ascending = domains.toSorted((a, b) => size(a) - size(b) || (a < b ? 1 : -1));
  for (const from of ascending) {
    const into = absorber(from, coupled);
    if (into === null || size(into) < size(from)) continue;
    return { from, into: coupled.leads(from, into) ? into : null };
  }
  const [smallest] = ascending;
  if (smallest === undefined || domains.length <= mostDomains) return null;
  const larger = coupled.neighbours(smallest).find(([, ties]) => ties >= 3);
  return { from: smallest, into: larger?.[0] ?? null };
}

/** The domain to which more ties lead than stay inside, and more than to all others together. */
function absorber(domain: string, coupled: Coupling): string | null {
  const neighbours = coupled.neighbours(domain);
  const outside = neighbours.reduce((sum, [, ties]) => sum + ties, 0);
  const [strongest] = neighbours;
  if (!strongest) return null;
  const [other, ties] = strongest;
  return ties > coupled.between(domain, domain) && ties * 2 > outside ? other : null;
}

function sizesOf(owners: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const domain of owners.values()) sizes.set(domain, (sizes.get(domain) ?? 0) + 1);
  return sizes;
}
