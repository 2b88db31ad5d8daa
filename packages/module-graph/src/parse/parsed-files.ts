import { readSource } from "../files/read-source.js";
import { parseModule, type ParsedModule } from "./parse-module.js";

/** Files as they were parsed last. */
export interface ParsedFiles {
  /** A file that can't be read has a reason instead. */
  read(file: string): ParsedModule | { readonly reason: string };
  forget(): void;
}

/**
 * The readers of one file ask for it one soon after the other, and a tree is large: the latest are
 * enough.
 */
const most = 64;

export function createParsedFiles(root: string): ParsedFiles {
  const latest = new Map<string, ParsedModule>();
  return {
    read: (file) => {
      const before = latest.get(file);
      if (before) return before;
      const source = readSource(`${root}/${file}`);
      if ("reason" in source) return source;
      const parsed = parseModule(file, source.text);
      latest.set(file, parsed);
      const [oldest] = latest.keys();
      if (latest.size > most && oldest !== undefined) latest.delete(oldest);
      return parsed;
    },
    forget: () => {
      latest.clear();
    },
  };
}
