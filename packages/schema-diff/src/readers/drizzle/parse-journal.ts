import type { Dialect } from "@domain-isolation/model";
import { isRecord, parseJson } from "../../json/parse-json.js";

interface Journal {
  /** Null where it names none that is known. */
  readonly dialect: Dialect | null;
  readonly tags: readonly string[];
}

const dialects: ReadonlyMap<unknown, Dialect> = new Map([
  ["mysql", "mysql"],
  ["pg", "postgresql"],
  ["postgresql", "postgresql"],
  ["sqlite", "sqlite"],
  ["turso", "sqlite"],
]);

/** Null for what is no journal. */
export function parseJournal(text: string): Journal | null {
  const journal = parseJson(text);
  if (!isRecord(journal) || !Array.isArray(journal.entries)) return null;
  const entries: readonly unknown[] = journal.entries;
  const tags = entries.map((entry) => (isRecord(entry) ? entry.tag : null));
  if (!tags.every((tag) => typeof tag === "string")) return null;
  return { dialect: dialects.get(journal.dialect) ?? null, tags };
}
