import type { Looks } from "../files/looks.js";
import { readSource, type SourceText } from "../files/read-source.js";
import { parseModule, type ParsedModule } from "./parse-module.js";

/** Files as they were read and parsed last. */
export interface ParsedFiles {
  /** Told of every look at the disk. */
  readonly looks: Looks;
  /** A file that can't be read has a reason instead. */
  read(file: string): ParsedModule | { readonly reason: string };
  /** The whole file as it was read last, empty where it can't be. */
  text(file: string): string;
  forget(): void;
}

/**
 * The readers of one file ask for it one soon after the other, and a tree is large: the latest are
 * enough.
 */
const mostTrees = 64;

/** UTF-16 units. Texts are asked for again and again, and are small: those of most repositories fit. */
const mostText = 64 * 1024 * 1024;

export function createParsedFiles(root: string, looks: Looks): ParsedFiles {
  const latest = new Map<string, ParsedModule>();
  const sources = createSources(root, looks);
  return {
    looks,
    read: (file) => {
      const before = latest.get(file);
      if (before) return before;
      const source = sources.read(file);
      if ("reason" in source) return source;
      const parsed = parseModule(file, source.text);
      latest.set(file, parsed);
      const [oldest] = latest.keys();
      if (latest.size > mostTrees && oldest !== undefined) latest.delete(oldest);
      return parsed;
    },
    text: (file) => {
      const source = sources.read(file);
      return "reason" in source ? "" : source.text;
    },
    forget: () => {
      latest.clear();
      sources.forget();
    },
  };
}

function createSources(root: string, looks: Looks) {
  const known = new Map<string, SourceText>();
  let room = mostText;
  return {
    read: (file: string): SourceText => {
      const before = known.get(file);
      if (before) return before;
      const source = readSource(`${root}/${file}`, looks);
      room -= "text" in source ? source.text.length : 0;
      if (room > 0) known.set(file, source);
      return source;
    },
    forget: () => {
      known.clear();
      room = mostText;
    },
  };
}
