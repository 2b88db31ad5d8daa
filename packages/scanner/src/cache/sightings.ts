import { relative, sep } from "node:path";
import type { Question, Witness } from "@domain-isolation/module-graph/looks";

/** What was seen of the disk, by path. Paths are relative to the root, with `/`. */
export type Sightings = Readonly<Record<Question, ReadonlyMap<string, string>>>;

/** Writes down every look at the disk. */
export interface Recorder {
  readonly witness: Witness;
  /** Null where one thing was seen in two ways: the disk has changed meanwhile. */
  sightings(): Sightings | null;
}

export function createRecorder(root: string): Recorder {
  const inside = pathInside(root);
  const seenBefore: Record<Question, Map<string, string>> = {
    content: new Map(),
    names: new Map(),
    kind: new Map(),
    "real path": new Map(),
  };
  let isTorn = false;
  return {
    witness: (question, path, answer) => {
      const place = inside(path);
      const seen = question === "real path" ? inside(answer) : answer;
      const before = seenBefore[question].get(place);
      if (before === undefined) seenBefore[question].set(place, seen);
      else isTorn ||= before !== seen;
    },
    sightings: () => (isTorn ? null : seenBefore),
  };
}

/** Nothing that is kept may depend on where the root lies. */
export function pathInside(root: string): (path: string) => string {
  const prefix = `${root}/`;
  return (path) => {
    if (path.startsWith(prefix)) return path.slice(prefix.length);
    return relative(root, path).split(sep).join("/") || ".";
  };
}
