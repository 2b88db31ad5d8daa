/** The patterns of one `import-meta-glob` fact: the files of `pattern` but for those of `except`. */
export interface GlobPatterns {
  readonly pattern: string;
  readonly except: readonly string[];
}

/**
 * Reads the specifier of an `import-meta-glob` fact. `import.meta.glob(["./*.ts", "!./a.ts"])` is
 * one set of files, so each positive pattern carries the negative ones: `./*.ts !./a.ts`.
 */
export function globPatterns(specifier: string): GlobPatterns {
  const [pattern = "", ...except] = specifier.split(/ !(?=[./@*#~\w])/u);
  return { pattern, except };
}

/** The specifier that `globPatterns` reads; the negatives begin with `!`. */
export function globSpecifier(pattern: string, negatives: readonly string[]): string {
  return [pattern, ...negatives].join(" ");
}
