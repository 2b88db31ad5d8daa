import { nameParts, type NamePart } from "./name-parts.js";
import { headOf, type Topics } from "./topics.js";

/** Which topics make which domain. */
export interface Grouping {
  /** Every topic that makes a domain, or belongs to one, to the name of that domain. */
  readonly domainOf: ReadonlyMap<string, string>;
  /** Why a topic is its domain's, for those that the domain is not named after. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/** `merged`: it could have been a domain itself; `joined`: it only hangs on this one. */
export type Standing = "merged" | "joined";

/** The part of a path by which a file belongs to a domain. */
export interface Claim {
  readonly domain: string;
  readonly part: NamePart;
}

/**
 * The claim on a file: of folders the outermost that a domain is named after, then of those that are
 * parts of one; then the file's own name, unless that only hangs on a domain.
 */
export function claimOn(file: string, topics: Topics, grouping: Grouping): Claim | null {
  const claims = nameParts(file).flatMap((part) => {
    const topic = headOf(part.phrase, topics);
    const domain = grouping.domainOf.get(topic);
    const strength = strengths[grouping.standing.get(topic) ?? "named"] + (part.isFile ? 3 : 0);
    return domain === undefined || strength > weakest ? [] : [{ domain, part, strength }];
  });
  const [best] = claims.toSorted((a, b) => a.strength - b.strength);
  return best ?? null;
}

const strengths = { named: 0, merged: 1, joined: 2 } as const;
const weakest = strengths.merged + 3;

/** Whose each file is, as far as names tell. */
export function ownersOf(
  files: readonly string[],
  topics: Topics,
  grouping: Grouping,
): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap((file) => {
      const claim = claimOn(file, topics, grouping);
      return claim ? [[file, claim.domain] as const] : [];
    }),
  );
}
