import {
  isLiteral,
  parsePattern,
  type LiteralName,
  type Segment,
  type Token,
} from "./pattern-syntax.js";
import { compareSpecificity, measureSpecificity, type Specificity } from "./specificity.js";

/** A pattern of the map, ready to match paths that are relative to the root. */
export interface Pattern {
  /** As it is written in the map. */
  readonly text: string;
  readonly matches: (path: string) => boolean;
  /** How specific the pattern is for this path, or null if it doesn't match. */
  readonly specificityFor: (path: string) => Specificity | null;
  /** False only if nothing that lies directly in this folder (`src/users/`, or empty) can match. */
  readonly mayMatchIn: (folder: string) => boolean;
  /** The same for two patterns exactly when they are the same in other words: `src/`, `src/**`. */
  readonly identity: string;
  /** Without wildcards: the one path that it matches. */
  readonly path: string | null;
}

interface Alternative {
  /** What comes before the first wildcard: whole names, each with its `/`. */
  readonly start: string;
  readonly identity: string;
  readonly specificity: Specificity;
  readonly path: string | null;
  readonly matches: (path: string) => boolean;
}

export function compilePattern(text: string): Pattern {
  const alternatives = parsePattern(text).map(compileAlternative);
  const [only] = alternatives;
  const strongest = alternatives.toSorted((a, b) =>
    compareSpecificity(b.specificity, a.specificity),
  );
  return {
    text,
    matches: (path) => alternatives.some((alternative) => alternative.matches(path)),
    specificityFor: (path) =>
      strongest.find((alternative) => alternative.matches(path))?.specificity ?? null,
    mayMatchIn: (folder) =>
      alternatives.some(({ start }) => start.startsWith(folder) || folder.startsWith(start)),
    identity: [...new Set(alternatives.map(({ identity }) => identity))].sort().join("|"),
    path: alternatives.length === 1 && only ? only.path : null,
  };
}

/** A pattern of files, or of folders with all that is in them. */
export function compileTree(text: string): Pattern {
  const self = compilePattern(text);
  const inside = compilePattern(`${text.replace(/\/$/u, "")}/**`);
  return {
    ...self,
    matches: (path) => self.matches(path) || inside.matches(path),
    specificityFor: (path) => self.specificityFor(path) ?? inside.specificityFor(path),
    mayMatchIn: (folder) => self.mayMatchIn(folder) || inside.mayMatchIn(folder),
    path: null,
  };
}

function compileAlternative(segments: readonly Segment[]): Alternative {
  const identity = segments.map(segmentSource).join("").replace(/\/$/u, "");
  const specificity = measureSpecificity(segments);
  const start = literalStart(segments);
  if (start.length === segments.length) {
    const path = start.join("/");
    return { start: path, identity, specificity, path, matches: (candidate) => candidate === path };
  }
  const expression = new RegExp(`^${identity}$`, "u");
  const prefix = start.map((name) => `${name}/`).join("");
  const suffix = literalEnd(segments);
  return {
    start: prefix,
    identity,
    specificity,
    path: null,
    // Both ends are asked first, because it is cheap and decides most of the time.
    matches: (candidate) =>
      candidate.startsWith(prefix) && candidate.endsWith(suffix) && expression.test(candidate),
  };
}

/** The names before the first wildcard. */
function literalStart(segments: readonly Segment[]): readonly string[] {
  const wild = segments.findIndex((segment) => !isLiteral(segment));
  const start = wild < 0 ? segments : segments.slice(0, wild);
  return start.filter(isLiteral).map(literalText);
}

/** What follows the last wildcard in the last name. */
function literalEnd(segments: readonly Segment[]): string {
  const last = segments.at(-1);
  if (!last || last === "folders") return "";
  const wild = last.findLastIndex((token) => typeof token !== "object");
  const end = last.slice(wild + 1);
  return isLiteral(end) ? literalText(end) : "";
}

function literalText(name: LiteralName): string {
  return name.map(({ literal }) => literal).join("");
}

function segmentSource(segment: Segment): string {
  if (segment === "folders") return "(?:[^/]+/)*";
  return `${segment.map(tokenSource).join("")}/`;
}

function tokenSource(token: Token): string {
  if (token === "any") return "[^/]*";
  if (token === "one") return "[^/]";
  return token.literal.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
