/** What is wrong with the text of a pattern, as a sentence; null if nothing is. */
export function patternProblem(pattern: string): string | null {
  const explanation = explanations.find(({ applies }) => applies(pattern))?.because;
  return explanation === undefined ? null : `\`${pattern}\` ${explanation}`;
}

/** The same of a pattern of tables or entities; `dots` may stand in it. */
export function namePatternProblem(pattern: string, dots: number): string | null {
  if (pattern.startsWith("!")) {
    return `\`${pattern}\` is negated, and patterns can't take tables away; give those to somebody else with a more specific pattern`;
  }
  if (pattern.includes("/") || pattern.includes("**")) {
    return `\`${pattern}\` is a pattern of files; write a name, or a part of it and a star such as \`admin_*\``;
  }
  if (pattern.split(".").length - 1 <= dots) return null;
  return dots === 0
    ? `\`${pattern}\` has a dot; write the name of the class or object alone`
    : `\`${pattern}\` has more than one dot; write \`table\` or \`schema.table\`, for the database is known`;
}

const explanations: readonly {
  readonly applies: (pattern: string) => boolean;
  readonly because: string;
}[] = [
  {
    applies: (pattern) => pattern.trim() === "",
    because: "is an empty pattern and matches nothing; write `**` for every file, or remove it",
  },
  {
    applies: (pattern) => /^\.?\/?$/u.test(pattern),
    because: "names a folder, and patterns match files; write `**` for every file",
  },
  {
    applies: (pattern) => pattern.startsWith("!"),
    because:
      "is negated, and patterns can't take files away; give those files to somebody else " +
      "with a more specific pattern, name them in `ignore`, or write `\\!` for a name with that character",
  },
  {
    applies: (pattern) => /^(?:\/|[A-Za-z]:[\\/])/u.test(pattern),
    because:
      "is absolute, and holds on one machine only; write it relative to the folder of this file",
  },
  {
    applies: (pattern) => /(?:^|[\\/])\.\.(?:[\\/]|$)/u.test(pattern),
    because:
      "leaves the folder of this file, and only what is below it is read; " +
      "move the configuration to a folder above both",
  },
  {
    applies: hasWindowsSeparator,
    because:
      "has a backslash between names, where it only makes the next character literal; write `/`",
  },
  {
    applies: (pattern) => /\/(?:\.?)\//u.test(pattern),
    because: "has a folder without a name, so it matches nothing; write one `/` between names",
  },
  {
    applies: (pattern) =>
      !pattern.includes("{") &&
      pattern.split("/").some((name) => name !== "**" && /(?<!\\)\*\*/u.test(name)),
    because:
      "has `**` beside other characters, where it doesn't reach into folders; write `**/` before the name",
  },
];

/** A backslash before a letter or digit makes nothing literal that isn't: it is a Windows path. */
function hasWindowsSeparator(pattern: string): boolean {
  return [...pattern.matchAll(/\\(.?)/gsu)].some(([, next = ""]) => /^[\p{L}\p{N}_]?$/u.test(next));
}
