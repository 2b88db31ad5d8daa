import picomatch from "picomatch";

/**
 * The pattern language of the map: `*` and `?` within a folder, `**` across folders, `{a,b}`.
 * Everything else is literal, brackets and parentheses too, because Next.js and others use them in
 * the names of folders; a backslash makes any character literal.
 */
export interface Pattern {
  readonly text: string;
  readonly specificity: Specificity;
  readonly matches: (path: string) => boolean;
}

/** How specific a pattern is: compared number by number, the greater first difference wins. */
export type Specificity = readonly number[];

const wildcard = /(?<!\\)[*?{]/u;

export function compilePattern(text: string): Pattern {
  const clean = text.replace(/^\.\//u, "").replace(/\/$/u, "/**");
  const specificity = measure(clean);
  if (!wildcard.test(clean)) {
    const path = clean.replaceAll(/\\(.)/gu, "$1");
    return { text, specificity, matches: (candidate) => candidate === path };
  }
  const matcher = picomatch(escapeLiterals(clean), { dot: true, noextglob: true, nobracket: true });
  const prefix = literalPrefix(clean);
  return {
    text,
    specificity,
    matches: (candidate) => candidate.startsWith(prefix) && matcher(candidate),
  };
}

/**
 * 1. a path without wildcards, 2. more folders and names without wildcards, 3. more literal
 * characters in the others, 4. fewer `**`, 5. fewer `*`, `?` and `{}`.
 */
function measure(pattern: string): Specificity {
  const segments = pattern.split("/");
  const wild = segments.filter((segment) => wildcard.test(segment));
  const loose = wild
    .join("")
    .replaceAll(/\{[^}]*\}/gu, "{")
    .replaceAll(/\\(.)/gu, "$1");
  const doubles = wild.filter((segment) => segment === "**").length;
  const singles = loose.replaceAll("**", "").replaceAll(/[^*?{]/gu, "").length;
  return [
    wild.length === 0 ? 1 : 0,
    segments.length - wild.length,
    loose.replaceAll(/[*?{]/gu, "").length,
    -doubles,
    -singles,
  ];
}

/** Greater than zero when `a` is the more specific one. */
export function comparePatterns(a: Pattern, b: Pattern): number {
  for (const [index, value] of a.specificity.entries()) {
    const difference = value - (b.specificity[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function escapeLiterals(pattern: string): string {
  return pattern.replaceAll(/\\.|[()[\]!+@|$^]/gu, (found) =>
    found.startsWith("\\") ? found : `\\${found}`,
  );
}

function literalPrefix(pattern: string): string {
  const special = pattern.search(/[*?{\\]/u);
  return special < 0 ? pattern : pattern.slice(0, special);
}
