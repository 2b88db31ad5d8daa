import type { RepositoryFacts } from "../repository-facts.js";
import type { Candidates } from "./find-domains.js";
import type { Claims } from "./file-patterns.js";
import { claimOn } from "./grouping.js";
import { libraryPackages } from "./library-packages.js";

/**
 * Who claims which file. Where only the name of a file speaks, it must hang on the domain too: an icon
 * `link.tsx` belongs to nobody for its name. What declares a table is believed; what is in a package that
 * serves all the others is nobody's.
 */
export function claimFiles(
  files: readonly string[],
  facts: RepositoryFacts,
  candidates: Candidates,
): Claims {
  const named = new Map(
    files.map((file) => [file, claimOn(file, candidates.topics, candidates)] as const),
  );
  const isLibrary = libraryPackages(facts, named, candidates.domainOf);
  const claims: Claims = new Map(
    [...named].map(([file, claim]) => [file, isLibrary(file) ? null : claim] as const),
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
