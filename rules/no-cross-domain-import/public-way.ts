import { compilePattern, type DomainMap, type FactView } from "@domain-isolation/model";
import type { OwnedReach } from "../owned-reach.js";
import type { ReachGroup } from "../reach-groups.js";

/** A public entry that gives away all that an import wants, under these names. */
export interface PublicWay {
  readonly entry: string;
  readonly names: readonly string[];
}

/** The first public entry from which everything of the group can be imported; null without one. */
export function findPublicWay(
  from: string,
  group: ReachGroup,
  facts: FactView,
  map: DomainMap,
): PublicWay | null {
  const { domain } = group[0];
  for (const pattern of map.publicEntries(domain)) {
    const entry = compilePattern(pattern).path;
    if (entry === null || map.crossing(from, domain, entry) !== "legal") continue;
    const names = group.map((reach) => publicName(reach, entry, facts));
    if (names.every((name) => name !== null)) return { entry, names };
  }
  return null;
}

function publicName({ binding }: OwnedReach, entry: string, facts: FactView): string | null {
  const definition = binding?.path.at(-1);
  return definition ? facts.exportedAs(entry, definition.file, definition.name) : null;
}
