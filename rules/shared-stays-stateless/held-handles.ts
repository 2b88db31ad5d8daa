import type { HandleFact, HandleSource } from "@domain-isolation/model";

/**
 * What comes in as a parameter is the caller's: a function that is given a handle keeps none. What a
 * call returns comes from a handle that is judged where it is made: `await pool.connect()`.
 */
const givenSources: ReadonlySet<HandleSource> = new Set(["injected", "transaction", "returned"]);

/** The handles that a file holds itself: of each library the first, for the others go with it. */
export function heldHandles(handles: readonly HandleFact[]): readonly HandleFact[] {
  const held = new Map<string, HandleFact>();
  for (const handle of handles) {
    const { library, source } = handle;
    if (!givenSources.has(source) && !held.has(library)) held.set(library, handle);
  }
  return [...held.values()];
}
