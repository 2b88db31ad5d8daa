import type { DomainUse, DomainUses } from "./domain-uses.js";

/** A way from a domain back to itself. */
export type Cycle = readonly [DomainUse, ...DomainUse[]];

/**
 * For every use that is part of a cycle, the shortest cycle that it is part of; each cycle once,
 * beginning at its first domain by name.
 */
export function shortestCycles(uses: DomainUses): readonly Cycle[] {
  const cycles = new Map<string, Cycle>();
  for (const use of [...uses.values()].flatMap((used) => [...used.values()])) {
    const back = shortestWay(use.to, use.from, uses);
    if (!back) continue;
    const cycle = beginAtFirst([use, ...back]);
    cycles.set(cycle.map(({ from }) => from).join("\0"), cycle);
  }
  return [...cycles.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cycle]) => cycle);
}

/** Breadth-first; among equally short ways, the first by the names of the domains. */
function shortestWay(from: string, to: string, uses: DomainUses): readonly DomainUse[] | null {
  const ways = new Map<string, readonly DomainUse[]>([[from, []]]);
  // A Map is walked in the order of insertion, entries added on the way included: a queue.
  for (const [domain, way] of ways) {
    if (domain === to) return way;
    const next = [...(uses.get(domain)?.values() ?? [])].sort((a, b) => (a.to < b.to ? -1 : 1));
    for (const use of next) if (!ways.has(use.to)) ways.set(use.to, [...way, use]);
  }
  return null;
}

function beginAtFirst(cycle: Cycle): Cycle {
  const names = cycle.map(({ from }) => from);
  const first = names.indexOf([...names].sort()[0] ?? "");
  const [head = cycle[0], ...rest] = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [head, ...rest];
}
