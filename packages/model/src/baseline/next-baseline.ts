import type { Judged } from "../judged.js";
import { filesNamed, keyText, type Baseline, type BaselineEntry } from "./baseline.js";
import { counted, type BaselineMatch, type FilesNow } from "./match-baseline.js";
import type { Sketch } from "./sketch.js";

/** The baseline without what is gone: nothing can come to it this way. */
export function shrunkBaseline({ remaining, asleep }: BaselineMatch, files: FilesNow): Baseline {
  return baselineOf([...asleep, ...remaining], files);
}

/** The baseline that knows all that is found, and of rules that are off what it knew. */
export function wholeBaseline(
  found: readonly Judged[],
  asleep: readonly BaselineEntry[],
  files: FilesNow,
): Baseline {
  return baselineOf([...asleep, ...counted(found)], files);
}

function baselineOf(all: readonly BaselineEntry[], files: FilesNow): Baseline {
  const entries = all.toSorted((a, b) => (keyText(a) < keyText(b) ? -1 : 1));
  const named = [...new Set(entries.flatMap(filesNamed))].filter((file) => files.has(file)).sort();
  const sketches = named.map((file): [string, Sketch] => [file, files.sketch(file)]);
  return { entries, sketches: new Map(sketches) };
}
