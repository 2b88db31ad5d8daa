import type { SourcePlace } from "../schema.js";
import type { Judgement } from "../rule.js";
import type { Sketch } from "./sketch.js";

/**
 * Findings that were there when somebody wrote them down. They are known by rule, file, domains and
 * what is reached, never by line.
 */
export interface Baseline {
  /** Sorted, each once. */
  readonly entries: readonly BaselineEntry[];
  /** The files that the entries name, as they were then: so that they are known under another name. */
  readonly sketches: ReadonlyMap<string, Sketch>;
}

export interface BaselineEntry {
  readonly rule: string;
  readonly file: string;
  readonly from: string | null;
  readonly to: string | null;
  /** What the rule says identifies the finding; see `Judgement.identity`. */
  readonly what: readonly string[];
  /** How many of them there are: at least 1. */
  readonly count: number;
  /** Where the entry stands in the file of the baseline; null before it is written. */
  readonly at: SourcePlace | null;
}

/** An entry without its count and place. */
export type BaselineKey = Pick<BaselineEntry, "rule" | "file" | "from" | "to" | "what">;

export function keyOf(rule: string, { file, from, to, identity }: Judgement): BaselineKey {
  return { rule, file, from, to, what: identity };
}

/** Equal for what is the same. Sorting by it sorts by file, then rule. */
export function keyText({ rule, file, from, to, what }: BaselineKey): string {
  return JSON.stringify([file, rule, from, to, ...what]);
}

/** The files that an entry names: its own, and those in what it reaches (`src/a.ts#name`). */
export function filesNamed({ file, what }: BaselineKey): readonly string[] {
  return [file, ...what.map(fileOf)];
}

/** The same entry where files have got other names. */
export function withNewNames(
  entry: BaselineEntry,
  names: ReadonlyMap<string, string>,
): BaselineEntry {
  const renamed = (text: string) => {
    const file = fileOf(text);
    return (names.get(file) ?? file) + text.slice(file.length);
  };
  return { ...entry, file: renamed(entry.file), what: entry.what.map(renamed) };
}

function fileOf(text: string): string {
  const mark = text.indexOf("#");
  return mark < 0 ? text : text.slice(0, mark);
}
