import type { DomainMap, ProjectView, ResolvedImport } from "@domain-isolation/model";
import { ownedReaches, type OwnedReach } from "../owned-reach.js";
import { landedImports, runTimeImports } from "../run-time-imports.js";

/** One domain uses another; this import is the first that does. */
export interface DomainUse {
  readonly from: string;
  readonly to: string;
  readonly fact: ResolvedImport;
  readonly reach: OwnedReach;
}

/** By the using domain, then by the used one. */
export type DomainUses = ReadonlyMap<string, ReadonlyMap<string, DomainUse>>;

/** Which domain uses which. Tests don't count: they are not there when the program runs. */
export function domainUses(project: ProjectView, map: DomainMap, withTypes: boolean): DomainUses {
  const uses = new Map(map.domains.map((domain) => [domain, new Map<string, DomainUse>()]));
  for (const file of project.files) {
    const from = map.owner(file)?.domain ?? null;
    const known = from === null || map.hasRole(file, "test") ? undefined : uses.get(from);
    if (from === null || !known) continue;
    for (const { fact, reach } of reachesOf(file, project, map, withTypes)) {
      const to = reach.domain;
      if (to !== from && !known.has(to)) known.set(to, { from, to, fact, reach });
    }
  }
  return uses;
}

function reachesOf(file: string, project: ProjectView, map: DomainMap, withTypes: boolean) {
  const view = project.view(file);
  const imports = withTypes ? landedImports(view) : runTimeImports(view);
  return imports.flatMap((fact) =>
    ownedReaches(fact, project, map)
      .filter(({ typeOnly }) => withTypes || !typeOnly)
      .map((reach) => ({ fact, reach })),
  );
}
