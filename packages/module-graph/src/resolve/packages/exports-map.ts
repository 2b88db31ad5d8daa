import { isObject, type JsonObject } from "../json.js";

/**
 * What the `exports` or `imports` of a package offer for one key, in order of preference: first what
 * the conditions choose, then every other target, because the edge is there under some condition.
 *
 * The rules are those of Node's `PACKAGE_IMPORTS_EXPORTS_RESOLVE`:
 * https://nodejs.org/api/esm.html#resolution-algorithm-specification
 */
export function mappedTargets(
  map: JsonObject,
  key: string,
  conditions: ReadonlySet<string>,
): readonly string[] {
  const match = matchKey(map, key);
  if (!match) return [];
  const chosen = choose(map[match.key], conditions) ?? [];
  const targets = [...chosen, ...leaves(map[match.key])].map((target) => fill(target, match.rest));
  return [...new Set(targets)];
}

/** `exports` as a map, whatever its short form. */
export function exportsMap(exports: unknown): JsonObject | null {
  if (exports === undefined || exports === null) return null;
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  return isMap ? exports : { ".": exports };
}

interface KeyMatch {
  readonly key: string;
  /** What `*` or the rest after a final `/` stands for. */
  readonly rest: string;
}

function matchKey(map: JsonObject, key: string): KeyMatch | null {
  if (key in map && !key.includes("*")) return { key, rest: "" };
  return Object.keys(map)
    .map((candidate) => matchPattern(candidate, key))
    .filter((match) => match !== null)
    .reduce<KeyMatch | null>(
      (best, match) => (best && !isCloser(match, best) ? best : match),
      null,
    );
}

function matchPattern(pattern: string, key: string): KeyMatch | null {
  if (pattern.endsWith("/") && key.startsWith(pattern)) {
    return { key: pattern, rest: key.slice(pattern.length) };
  }
  const star = pattern.indexOf("*");
  if (star < 0) return null;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const matches = key.startsWith(before) && key.endsWith(after) && key.length >= pattern.length;
  return matches ? { key: pattern, rest: key.slice(star, key.length - after.length) } : null;
}

/** Node's `PATTERN_KEY_COMPARE`: the longer part before `*` wins, then the longer key. */
function isCloser(a: KeyMatch, b: KeyMatch): boolean {
  const base = ({ key }: KeyMatch): number => (key.includes("*") ? key.indexOf("*") : key.length);
  return base(a) - base(b) > 0 || (base(a) === base(b) && a.key.length > b.key.length);
}

/** Null means "nothing under these conditions, look on"; an empty list means "closed". */
function choose(value: unknown, conditions: ReadonlySet<string>): readonly string[] | null {
  if (typeof value === "string") return [value];
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => choose(item, conditions) ?? []);
  if (!isObject(value)) return null;
  for (const [condition, inner] of Object.entries(value)) {
    if (condition !== "default" && !conditions.has(condition)) continue;
    const chosen = choose(inner, conditions);
    if (chosen) return chosen;
  }
  return null;
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap(leaves) : [];
}

function fill(target: string, rest: string): string {
  return target.endsWith("/") ? target + rest : target.replaceAll("*", () => rest);
}
