import type { MapPath, MapSource } from "../map-source.js";
import type { FileRole, Ownership, Tie } from "./domain-map.js";
import { compilePattern, compileTree, type Pattern } from "./pattern.js";
import { compareSpecificity, type Specificity } from "./specificity.js";

/** A pattern of the map and what it claims the matching files for. */
export interface Claim extends Ownership {
  readonly compiled: Pattern;
}

export function ownershipClaims(source: MapSource): readonly Claim[] {
  const shared = claimsOf(null, source.shared?.files, ["shared", "files"]);
  const owned = Object.entries(source.domains).flatMap(([domain, entry]) =>
    (["files", "repositories", "entrypoints", "public"] as const).flatMap((key) =>
      claimsOf(domain, entry[key], ["domains", domain, key]),
    ),
  );
  return [...shared, ...owned, ...migrationClaims(source)];
}

/** The name of a folder stands for all that is in it. */
function migrationClaims({ domains }: MapSource): readonly Claim[] {
  return Object.entries(domains).flatMap(([domain, { migrations = [] }]) =>
    migrations.map(({ path: pattern }, index) => ({
      domain,
      pattern,
      path: ["domains", domain, "migrations", index, "path"],
      compiled: compileTree(pattern),
    })),
  );
}

export function roleClaims(source: MapSource): Readonly<Record<FileRole, readonly Claim[]>> {
  const ofDomains = (key: "public" | "repositories" | "entrypoints") =>
    Object.entries(source.domains).flatMap(([domain, entry]) =>
      claimsOf(domain, entry[key], ["domains", domain, key]),
    );
  return {
    public: ofDomains("public"),
    repository: ofDomains("repositories"),
    migration: migrationClaims(source),
    entrypoint: ofDomains("entrypoints"),
    test: claimsOf(null, source.tests, ["tests"]),
  };
}

export function claimsOf(
  domain: string | null,
  patterns: readonly string[] | undefined,
  path: MapPath,
): readonly Claim[] {
  return (patterns ?? []).map((pattern, index) => ({
    domain,
    pattern,
    path: [...path, index],
    compiled: compilePattern(pattern),
  }));
}

interface Contender {
  readonly claim: Claim;
  readonly specificity: Specificity;
}

/** The most specific claim on a file; ties of different owners are told to `onTie`. */
export function strongestClaim(
  claims: readonly Claim[],
  file: string,
  onTie?: (tie: Tie) => void,
): Claim | null {
  let strongest: Contender[] = [];
  for (const claim of claims) {
    const specificity = claim.compiled.specificityFor(file);
    if (specificity === null) continue;
    const [best] = strongest;
    const order = best ? compareSpecificity(specificity, best.specificity) : 1;
    if (order > 0) strongest = [{ claim, specificity }];
    else if (order === 0) strongest.push({ claim, specificity });
  }
  const [first] = strongest;
  if (!first) return null;
  const rival = strongest.find(({ claim }) => claim.domain !== first.claim.domain);
  if (rival) onTie?.({ file, first: first.claim, second: rival.claim });
  return first.claim;
}

/** Answers for many files: of all claims, those that can't hold in a folder are passed over there. */
export function createClaimFinder(claims: readonly Claim[]): (file: string) => Claim | null {
  const byFolder = new Map<string, readonly Claim[]>();
  return (file) => {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    let near = byFolder.get(folder);
    if (near === undefined) {
      near = claims.filter(({ compiled }) => compiled.mayMatchIn(folder));
      byFolder.set(folder, near);
    }
    return near.length === 0 ? null : strongestClaim(near, file);
  };
}
