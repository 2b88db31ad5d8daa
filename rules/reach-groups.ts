import type { FileContext, ResolvedImport } from "@domain-isolation/model";
import { ownedReaches, type OwnedReach } from "./owned-reach.js";

/** What one import reaches of one domain, at least one thing. */
export type ReachGroup = readonly [OwnedReach, ...OwnedReach[]];

export interface DomainReach {
  readonly fact: ResolvedImport;
  readonly group: ReachGroup;
}

/** What the imports of a file reach, as far as it is of concern: a group for each place and domain. */
export function reachGroups(
  { imports, facts, map }: FileContext,
  isOfConcern: (reach: OwnedReach, fact: ResolvedImport) => boolean,
): readonly DomainReach[] {
  const groups = new Map<string, { fact: ResolvedImport; group: [OwnedReach, ...OwnedReach[]] }>();
  for (const fact of imports) {
    for (const reach of ownedReaches(fact, facts, map)) {
      if (!isOfConcern(reach, fact)) continue;
      // A pattern is one place that leads to many files: `import.meta.glob("../pool/*.ts")`.
      const key = `${String(fact.span.start)}:${reach.domain}`;
      const known = groups.get(key);
      if (known) known.group.push(reach);
      else groups.set(key, { fact, group: [reach] });
    }
  }
  return [...groups.values()];
}
