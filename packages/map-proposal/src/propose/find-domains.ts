import type { RepositoryFacts } from "../repository-facts.js";
import type { Tie } from "./coupling.js";
import { displayName } from "./display-name.js";
import { ownersOf, type Grouping } from "./grouping.js";
import { isProductCode } from "./is-product-code.js";
import { joinNeighbours } from "./join-neighbours.js";
import { mergeEntangled, mostDomains } from "./merge-entangled.js";
import { phraseOf } from "./phrase-of.js";
import { tablesOf } from "./tables-of.js";
import { findTopics, type Topic, type Topics } from "./topics.js";

/** The domains for which the names in a repository speak, and what hangs together. */
export interface Candidates extends Grouping {
  readonly topics: Topics;
}

/**
 * Finds candidates: what many folders, files and tables are named after becomes a domain; what is
 * smaller joins the domain with which it hangs together, if there is one. The same facts give the same
 * answer.
 */
export function findDomains(facts: RepositoryFacts): Candidates {
  const files = facts.files.filter(isProductCode);
  const phrases = tablesOf(facts).flatMap(
    ({ name, entity }) => phraseOf(name) ?? phraseOf(entity ?? "") ?? [],
  );
  const topics = findTopics(files, new Set(phrases));
  const ties = [...importTies(facts, files)];
  const seeds = chooseSeeds(topics, files.length);
  const merged = mergeEntangled(seeds, files, topics, ties);
  return named({ topics, ...joinNeighbours(merged, files, topics, ties) }, files);
}

/** The same domains under other names, or several under one; those without a name are given up. */
export function renameDomains(
  candidates: Candidates,
  nameOf: (domain: string) => string | null,
): Candidates {
  const domainOf = [...candidates.domainOf].flatMap(([topic, domain]) => {
    const name = nameOf(domain);
    return name === null ? [] : [[topic, name] as const];
  });
  return { ...candidates, domainOf: new Map(domainOf) };
}

function named(candidates: Candidates, files: readonly string[]): Candidates {
  const owners = ownersOf(files, candidates.topics, candidates);
  return renameDomains(candidates, (domain) =>
    displayName(
      domain,
      files.filter((file) => owners.get(file) === domain),
      candidates.topics,
    ),
  );
}

/** Each file that a file imports, once; types alone tie half as much. */
function* importTies(facts: RepositoryFacts, files: readonly string[]): Generator<Tie> {
  for (const file of files) {
    const seen = new Set<string>();
    for (const { target, typeOnly } of facts.imports(file)) {
      if (target === null || target === file || seen.has(target)) continue;
      seen.add(target);
      yield { from: file, to: target, weight: typeOnly ? 0.5 : 1 };
    }
  }
}

/** Topics that could stand for themselves, the heaviest first. */
function chooseSeeds(topics: Topics, total: number): readonly Topic[] {
  const enough = Math.max(3, total * 0.004);
  return [...topics.values()]
    .filter((topic) => topic.files.size >= enough && isBusiness(topic))
    .sort((a, b) => weight(b) - weight(a) || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, mostDomains * 2);
}

/** It has a table, its own place, or its name runs through the layers. */
function isBusiness({ hasTable, isContained, places }: Topic): boolean {
  return isContained || places.size >= (hasTable ? 2 : 4);
}

function weight({ files, places, hasTable }: Topic): number {
  return files.size * Math.min(places.size, 6) * (hasTable ? 2 : 1);
}
