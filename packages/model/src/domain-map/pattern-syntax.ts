/**
 * The pattern language of the map: `*` and `?` within a name, `**` across folders, `{a,b}`.
 * Everything else is literal, brackets, parentheses and `!` too, because frameworks use them in the
 * names of folders. A backslash makes any character literal.
 */
export type Segment = "folders" | readonly Token[];

/** `any` is `*`: any number of characters; `one` is `?`: exactly one. */
export type Token = "any" | "one" | { readonly literal: string };

/**
 * Reads a pattern. `{a,b}` is short for writing the pattern once with each, so there is a result
 * for each of them. Patterns that say the same in other words (`src/`, `./src/**`) get one form.
 */
export function parsePattern(text: string): readonly (readonly Segment[])[] {
  return expandBraces(text).map((alternative) => {
    const whole = alternative.replace(/^(?:\.\/)+/u, "").replace(/\/$/u, "/**");
    return normalise(splitSegments(whole));
  });
}

/** A name without wildcards. */
export type LiteralName = readonly { readonly literal: string }[];

export function isLiteral(segment: Segment): segment is LiteralName {
  return segment !== "folders" && segment.every((token) => typeof token === "object");
}

function expandBraces(pattern: string): readonly string[] {
  for (const { index } of pattern.matchAll(/\\.|\{/gsu)) {
    const group = pattern[index] === "{" ? braceGroup(pattern, index) : null;
    if (!group) continue;
    const [before, after] = [pattern.slice(0, index), pattern.slice(group.end)];
    return group.options.flatMap((option) => expandBraces(before + option + after));
  }
  return [pattern];
}

/** The group that opens at `start`; null where it never closes or offers no choice: `{a}`. */
function braceGroup(pattern: string, start: number) {
  const options: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (const { index, 0: found } of pattern.slice(start).matchAll(/\\.|[{},]/gsu)) {
    const at = start + index;
    if (found === "{") depth += 1;
    if (depth === 1 && (found === "," || found === "}")) {
      options.push(pattern.slice(from, at));
      from = at + 1;
    }
    if (found === "}" && --depth === 0) return options.length > 1 ? { options, end: from } : null;
  }
  return null;
}

function splitSegments(pattern: string): readonly Segment[] {
  return pattern.split("/").map((name) => (name === "**" ? "folders" : readName(name)));
}

function readName(name: string): readonly Token[] {
  return [...name.matchAll(/\\(.)|\*+|[^\\]|\\$/gsu)].map(([found, escaped]) => {
    if (found.startsWith("*")) return "any";
    if (found === "?") return "one";
    return { literal: escaped ?? found };
  });
}

function normalise(segments: readonly Segment[]): readonly Segment[] {
  const names = segments.map((segment) =>
    segment === "folders" ? segment : sortWildcards(segment),
  );
  const ended = names.at(-1) === "folders" ? [...names, anyName] : names;
  return gatherFolders(ended);
}

/** No name is empty, so a lone `*` asks for one character. */
const anyName: readonly Token[] = ["one", "any"];

/** `*?` and `?*` are one thing: the `?` come first, then a single `*`. */
function sortWildcards(name: readonly Token[]): readonly Token[] {
  const sorted: Token[] = [];
  for (const token of name) {
    const last = sorted.at(-1);
    if (last !== "any" || typeof token === "object") sorted.push(token);
    else if (token === "one") sorted.splice(-1, 0, token);
  }
  return sorted.length === 1 && sorted[0] === "any" ? anyName : sorted;
}

// `*` and `**` side by side say the same in any order: a single `**` goes first.
function gatherFolders(segments: readonly Segment[]): readonly Segment[] {
  const gathered: Segment[] = [];
  let names: Segment[] = [];
  let deep = false;
  const flush = () => {
    gathered.push(...(deep ? (["folders"] as const) : []), ...names);
    [names, deep] = [[], false];
  };
  for (const segment of segments) {
    if (segment === "folders") deep = true;
    else if (isAnyName(segment)) names.push(segment);
    else {
      flush();
      gathered.push(segment);
    }
  }
  flush();
  return gathered;
}

function isAnyName(name: readonly Token[]): boolean {
  return name.length === 2 && name[0] === "one" && name[1] === "any";
}
