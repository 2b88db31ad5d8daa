import type { Judged } from "../judged.js";
import {
  filesNamed,
  keyOf,
  keyText,
  withNewNames,
  type Baseline,
  type BaselineEntry,
} from "./baseline.js";
import { findRenames } from "./find-renames.js";
import type { Sketch } from "./sketch.js";

/** What of a baseline is found again. */
export interface BaselineMatch {
  readonly known: ReadonlySet<Judged>;
  /** What is recorded and not found, of rules that have judged. */
  readonly stale: readonly StaleEntry[];
  /** The entries as they would be written today, were nothing new. */
  readonly remaining: readonly BaselineEntry[];
  /** Those of rules that are off: nobody has asked for them. */
  readonly asleep: readonly BaselineEntry[];
}

/** An entry of which some or all is no longer found. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  /** How many of its `count` are gone. */
  readonly gone: number;
}

/** The files that there are now, and what they look like. */
export interface FilesNow {
  has(file: string): boolean;
  sketch(file: string): Sketch;
}

/** Which of these findings are recorded. They come in the order of their places. */
export function matchBaseline(
  baseline: Baseline,
  found: readonly Judged[],
  files: FilesNow,
  hasJudged: (ruleId: string) => boolean,
): BaselineMatch {
  const entries = baseline.entries.filter(({ rule }) => hasJudged(rule));
  const asleep = baseline.entries.filter(({ rule }) => !hasJudged(rule));
  const first = pair(entries, found);
  const names = renames(baseline, first, files);
  const written = new Map(
    first.open.map(({ entry, gone }) => [withNewNames({ ...entry, count: gone }, names), entry]),
  );
  const second = pair([...written.keys()], first.unknown);
  const known = new Set([...first.known, ...second.known]);
  return {
    known,
    // Told as it stands in the file, whatever its files are called now.
    stale: second.open.map(({ entry, gone }) => ({ entry: written.get(entry) ?? entry, gone })),
    remaining: counted([...known]),
    asleep,
  };
}

interface Pairing {
  readonly known: readonly Judged[];
  readonly unknown: readonly Judged[];
  readonly open: readonly StaleEntry[];
}

/** Gives each finding to an entry, as long as the entry's count lasts. */
function pair(entries: readonly BaselineEntry[], found: readonly Judged[]): Pairing {
  const left = new Map<string, number>();
  for (const entry of entries) {
    const key = keyText(entry);
    left.set(key, (left.get(key) ?? 0) + entry.count);
  }
  const known: Judged[] = [];
  const unknown: Judged[] = [];
  for (const judged of found) {
    const key = keyText(keyOf(judged.ruleId, judged.judgement));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    (count > 0 ? known : unknown).push(judged);
  }
  return { known, unknown, open: openOf(entries, left) };
}

function openOf(entries: readonly BaselineEntry[], left: Map<string, number>): StaleEntry[] {
  return entries.flatMap((entry) => {
    const gone = Math.min(left.get(keyText(entry)) ?? 0, entry.count);
    left.set(keyText(entry), (left.get(keyText(entry)) ?? 0) - gone);
    return gone > 0 ? [{ entry, gone }] : [];
  });
}

function renames(
  { sketches }: Baseline,
  { open, unknown }: Pairing,
  files: FilesNow,
): ReadonlyMap<string, string> {
  const gone = new Map<string, Sketch>();
  for (const file of open.flatMap(({ entry }) => filesNamed(entry))) {
    const sketch = sketches.get(file);
    if (sketch !== undefined && !files.has(file)) gone.set(file, sketch);
  }
  if (gone.size === 0) return new Map();
  const came = new Map<string, Sketch>();
  for (const judged of unknown) {
    for (const file of filesNamed(keyOf(judged.ruleId, judged.judgement))) {
      if (files.has(file) && !sketches.has(file)) came.set(file, files.sketch(file));
    }
  }
  return findRenames(gone, came);
}

/** What is written of findings: those that are the same, once. */
export function counted(found: readonly Judged[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { ruleId, judgement } of found) {
    const key = keyOf(ruleId, judgement);
    const text = keyText(key);
    entries.set(text, { ...key, count: (entries.get(text)?.count ?? 0) + 1, at: null });
  }
  return [...entries.values()];
}
