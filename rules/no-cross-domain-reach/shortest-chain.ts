import type { DomainMap } from "@domain-isolation/model";
import type { LandedImport } from "../run-time-imports.js";
import type { ImportGraph } from "./import-graph.js";

/**
 * How many imports each file is away from the nearest file of `to` that `from` may not import.
 * Counted backwards from there, so that the effort does not grow with the number of entrypoints.
 * The way leads through files of `from` and neutral ones only: what a file of another domain
 * imports is that domain's matter.
 */
export function distancesTo(
  from: string,
  to: string,
  graph: ImportGraph,
  map: DomainMap,
): ReadonlyMap<string, number> {
  const domainOf = (file: string) => map.owner(file)?.domain ?? null;
  const reached = graph.targets.filter(
    (file) => domainOf(file) === to && map.crossing(from, to, file) !== "legal",
  );
  const distances = new Map(reached.map((file) => [file, 0]));
  // A Map is walked in the order of insertion, entries added on the way included: a queue.
  for (const [file, distance] of distances) {
    for (const importer of graph.importersOf(file)) {
      const domain = domainOf(importer);
      const isOnTheWay = domain === null || domain === from;
      if (isOnTheWay && !distances.has(importer)) distances.set(importer, distance + 1);
    }
  }
  return distances;
}

/** The imports that lead there, or none. Among equally short ways, the first in each file's text. */
export function shortestChain(
  file: string,
  graph: ImportGraph,
  distances: ReadonlyMap<string, number>,
): readonly LandedImport[] {
  const chain: LandedImport[] = [];
  for (let at = file, left = distances.get(file) ?? 0; left > 0; left -= 1) {
    const next = graph.importsOf(at).find(({ target }) => distances.get(target) === left - 1);
    if (!next) break;
    chain.push(next);
    at = next.target;
  }
  return chain;
}
