import type { RepositoryFacts } from "../repository-facts.js";
import type { Candidates } from "./find-domains.js";
import type { Claims } from "./file-patterns.js";
import { claimOn } from "./grouping.js";

/**
 * Who claims which file. Where only the name of a file speaks, it must hang on the domain too: an icon
 * `link.tsx` belongs to nobody for its name. What declares a table is believed.
 */
export function claimFiles(
  files: readonly string[],
  facts: RepositoryFacts,
  candidates: Candidates,
): Claims {
  const claims = new Map(
    files.map((file) => [file, claimOn(file, candidates.topics, candidates)] as const),
  );
  const ties = tiesOf(facts, claims);
  return new Map(
    [...claims].map(([file, claim]) => {
      if (!claim?.part.isFile || facts.data(file).entities.length > 0) return [file, claim];
      const tied = ties.get(file) ?? [];
      const own = tied.filter((domain) => domain === claim.domain).length;
      return [file, own > 0 && own * 3 >= tied.length ? claim : null];
    }),
  );
}

/** The domains of the files that each file imports, and by which it is imported. */
function tiesOf(facts: RepositoryFacts, claims: Claims): ReadonlyMap<string, readonly string[]> {
  const ties = new Map<string, string[]>();
  const add = (file: string, other: string) => {
    const domain = claims.get(other)?.domain;
    if (domain !== undefined) ties.set(file, [...(ties.get(file) ?? []), domain]);
  };
  for (const file of facts.files) {
    for (const { target } of facts.imports(file)) {
      if (target === null || target === file) continue;
      add(file, target);
      add(target, file);
    }
  }
  return ties;
}
