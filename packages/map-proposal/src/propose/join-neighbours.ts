import { coupling, type Tie } from "./coupling.js";
import { ownersOf, type Grouping } from "./grouping.js";
import { nameParts } from "./name-parts.js";
import { mergedInto } from "./merge-entangled.js";
import { headOf, type Topics } from "./topics.js";

/** What hangs on what joined before is seen in the next round. */
const rounds = 3;
const fewestTies = 3;

/**
 * Folders of topics that are no domain join the one to which more than half of their ties lead, unless
 * others import them too and they import hardly anything of a domain: those are libraries.
 */
export function joinNeighbours(
  seeds: ReadonlyMap<string, string>,
  files: readonly string[],
  topics: Topics,
  ties: readonly Tie[],
): Grouping {
  const domainOf = new Map(seeds);
  const standing = mergedInto(seeds);
  for (let round = 0; round < rounds; round += 1) {
    const found = joinable({ domainOf, standing }, files, topics, ties);
    for (const [topic, domain] of found) {
      domainOf.set(topic, domain);
      standing.set(topic, "joined");
    }
    if (found.length === 0) break;
  }
  return { domainOf, standing };
}

function joinable(
  grouping: Grouping,
  files: readonly string[],
  topics: Topics,
  ties: readonly Tie[],
): readonly (readonly [topic: string, domain: string])[] {
  const owners = ownersOf(files, topics, grouping);
  const free = new Map(
    files.flatMap((file) => {
      const topic = owners.has(file) ? null : freeTopic(file, topics, grouping);
      return topic === null ? [] : [[file, topic] as const];
    }),
  );
  const groupOf = (file: string) => owners.get(file) ?? groupName(free.get(file));
  const coupled = coupling(ties, groupOf);
  const leading = leadingTies(ties, owners, free);
  const importedByOthers = new Set(
    ties.flatMap(({ from, to }) => (groupOf(from) === undefined ? (free.get(to) ?? []) : [])),
  );
  const domains = new Set(grouping.domainOf.values());
  return [...new Set(free.values())].flatMap((topic) => {
    const owned = coupled
      .neighbours(groupName(topic) ?? "")
      .filter(([group]) => domains.has(group));
    const sum = owned.reduce((total, [, weight]) => total + weight, 0);
    const [first] = owned;
    if (!first || first[1] < fewestTies || first[1] * 2 <= sum) return [];
    const isLibrary =
      (leading.get(topic) ?? 0) * 4 < sum && (owned.length > 1 || importedByOthers.has(topic));
    return isLibrary ? [] : [[topic, first[0]] as const];
  });
}

/** How much of what ties a topic to domains leads from it to them. */
function leadingTies(
  ties: readonly Tie[],
  owners: ReadonlyMap<string, string>,
  free: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { from, to, weight } of ties) {
    const topic = free.get(from);
    if (topic !== undefined && owners.has(to)) sums.set(topic, (sums.get(topic) ?? 0) + weight);
  }
  return sums;
}

/** Apart from the names of domains. */
function groupName(topic: string | undefined): string | undefined {
  return topic === undefined ? undefined : `? ${topic}`;
}

/** The outermost folder that is about something. */
function freeTopic(file: string, topics: Topics, { domainOf }: Grouping): string | null {
  const folders = nameParts(file)
    .filter(({ isFile }) => !isFile)
    .map(({ phrase }) => headOf(phrase, topics));
  return folders.find((topic) => topics.has(topic) && !domainOf.has(topic)) ?? null;
}
