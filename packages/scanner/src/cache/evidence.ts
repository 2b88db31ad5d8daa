import { answers, type Question } from "@domain-isolation/module-graph/looks";
import { pathInside, type Sightings } from "./sightings.js";
import { stampOf } from "./stamp.js";

/** One look at the disk: the path, what was seen, and the stamp of what was seen, if it had one. */
type Entry = readonly [path: string, seen: string, stamp: string | null];

/** On what an answer rests, as it is kept. */
export type Evidence = readonly (readonly [Question, readonly Entry[]])[];

/** Of the other questions, the answer itself costs no more than a stamp. */
const isStamped = (question: Question) => question === "content" || question === "names";

/** @param since when the run began that saw all this, in milliseconds */
export function evidenceOf(sightings: Sightings, root: string, since: number): Evidence {
  const questions: readonly Question[] = ["content", "names", "kind", "real path"];
  return questions.map((question) => [
    question,
    [...sightings[question]].map(([path, seen]) => {
      return [path, seen, isStamped(question) ? stampOf(`${root}/${path}`, since) : null];
    }),
  ]);
}

/**
 * The evidence with the stamps that it has now, if everything is seen again as it was; else null.
 * The same object where no stamp is another one.
 */
export function renewed(evidence: Evidence, root: string, since: number): Evidence | null {
  const look = createLook(root, since);
  const all: (readonly [Question, readonly Entry[]])[] = [];
  for (const [question, entries] of evidence) {
    const again = look(question, entries);
    if (!again) return null;
    all.push([question, again]);
  }
  return all.every(([, entries], index) => entries === evidence[index]?.[1]) ? evidence : all;
}

function createLook(root: string, since: number) {
  const inside = pathInside(root);
  const seenNow = (question: Question, path: string) => {
    const seen = answers[question](path);
    return question === "real path" ? inside(seen) : seen;
  };
  return (question: Question, entries: readonly Entry[]): readonly Entry[] | null => {
    const changed = new Map<number, Entry>();
    for (const [index, [path, seen, before]] of entries.entries()) {
      const place = `${root}/${path}`;
      // Before the look inside: what changes between the two must not go by the new stamp.
      const stamp = isStamped(question) ? stampOf(place, since) : null;
      if (stamp !== null && stamp === before) continue;
      if (seenNow(question, place) !== seen) return null;
      if (stamp !== before) changed.set(index, [path, seen, stamp]);
    }
    return changed.size === 0 ? entries : entries.map((entry, at) => changed.get(at) ?? entry);
  };
}

/** Whether something that was read from outside has the form of evidence. */
export function isEvidence(value: unknown): value is Evidence {
  return (
    Array.isArray(value) &&
    value.every(
      (part: unknown) =>
        Array.isArray(part) &&
        typeof part[0] === "string" &&
        part[0] in answers &&
        Array.isArray(part[1]),
    )
  );
}
