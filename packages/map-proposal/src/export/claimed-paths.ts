import {
  compareSpecificity,
  isLiteral,
  measureSpecificity,
  ownershipClaims,
  parsePattern,
  type Claim,
  type MapSource,
  type Segment,
  type Specificity,
} from "@domain-isolation/model";

/** One way to write paths that the map gives to somebody. */
export interface ClaimedPath {
  /** Null for shared code. */
  readonly domain: string | null;
  readonly segments: readonly Segment[];
  readonly specificity: Specificity;
}

/** All that the map says of whose files are, the most specific first: the first match decides. */
export function claimedPaths(source: MapSource): readonly ClaimedPath[] {
  const paths = ownershipClaims(source).flatMap(({ domain, ...claim }) =>
    waysToWrite(claim).map((segments): ClaimedPath => {
      return { domain, segments, specificity: measureSpecificity(segments) };
    }),
  );
  const known = new Map(paths.map((path) => [JSON.stringify([path.domain, path.segments]), path]));
  return [...known.values()].sort((a, b) => compareSpecificity(b.specificity, a.specificity));
}

/** The name of a folder of migrations stands for all that is in it. */
function waysToWrite({ pattern, path }: Pick<Claim, "pattern" | "path">) {
  const self = parsePattern(pattern);
  if (!path.includes("migrations")) return self;
  return [...self, ...parsePattern(`${pattern.replace(/\/$/u, "")}/**`)];
}

/** The more specific paths by which others take files away from this one. */
export function rivalsOf(path: ClaimedPath, all: readonly ClaimedPath[]): readonly ClaimedPath[] {
  return all.filter(
    (other) =>
      other.domain !== path.domain &&
      compareSpecificity(other.specificity, path.specificity) > 0 &&
      mayMeet(other.segments, path.segments),
  );
}

/** False only where no file can match both: their beginnings or their last names differ. */
function mayMeet(a: readonly Segment[], b: readonly Segment[]): boolean {
  const isDifferent = (one: Segment | undefined, other: Segment | undefined) =>
    one !== undefined &&
    other !== undefined &&
    isLiteral(one) &&
    isLiteral(other) &&
    JSON.stringify(one) !== JSON.stringify(other);
  const wild = (segment: Segment) => !isLiteral(segment);
  const [endOfA, endOfB] = [a, b].map((each) => each.findIndex(wild));
  const ends = [endOfA ?? -1, endOfB ?? -1].filter((end) => end >= 0);
  const length = Math.min(...ends, a.length, b.length);
  const starts = a.slice(0, length).some((segment, index) => isDifferent(segment, b[index]));
  return !starts && !isDifferent(a.at(-1), b.at(-1));
}
