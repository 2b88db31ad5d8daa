/**
 * Remembers what was worked out of the disk, and on what that rests. After a `look`, a thing is worked
 * out again only if something on which it rests has changed, and nothing is looked at that nobody asks
 * for. As long as there was no look, nothing is noted, and remembering costs no more than a map.
 */
export interface Memory {
  /** What is known under a key, made when it is first asked for. */
  remember<Value>(shelf: Shelf<Value>, key: string, make: () => Value): Value;
  /** The same for what is read of the disk itself: on that, all else rests. */
  observe<Value>(shelf: Shelf<Value>, key: string, read: () => Observation<Value>): Value;
  /** Makes something on which the thing in the making does not rest. */
  aside<Value>(make: () => Value): Value;
  /** Whether what is in the making now still holds, whenever that is asked. */
  validity(): () => boolean;
  /** From now on, nothing holds before it has been looked at. */
  look(): void;
  /** Whether there was a look; before the first, nobody asks an observation if it holds. */
  isWatching(): boolean;
}

/** Where values of one kind are kept, by key. */
export type Shelf<Value> = Map<string, Kept<Value>>;

/** A value, and how to tell whether it still holds. */
export interface Observation<Value> {
  readonly value: Value;
  readonly holds: () => boolean;
}

interface Kept<Value> extends Observation<Value> {
  /** The last look at which it held; none any more when it once did not. */
  look: number;
}

const gone = -1;

export function createMemory(): Memory {
  let look = 0;
  /** On what the thing in the making rests, as far as it is made. */
  let supports: Set<Kept<unknown>> | null = null;

  const stands = (kept: Kept<unknown>): boolean => {
    if (kept.look === look) return true;
    if (kept.look === gone) return false;
    kept.look = kept.holds() ? look : gone;
    return kept.look === look;
  };
  const allStand = (all: ReadonlySet<Kept<unknown>>): boolean => {
    for (const kept of all) if (!stands(kept)) return false;
    return true;
  };

  function find<Value>(shelf: Shelf<Value>, key: string): Kept<Value> | null {
    const kept = shelf.get(key);
    return kept && stands(kept) ? kept : null;
  }

  function keep<Value>(shelf: Shelf<Value>, key: string, seen: Observation<Value>): Kept<Value> {
    const kept = { value: seen.value, holds: seen.holds, look };
    shelf.set(key, kept);
    return kept;
  }

  function use<Value>(kept: Kept<Value>): Value {
    supports?.add(kept);
    return kept.value;
  }

  function within<Value>(found: Set<Kept<unknown>> | null, make: () => Value): Value {
    const outer = supports;
    supports = found;
    try {
      return make();
    } finally {
      supports = outer;
    }
  }

  function made<Value>(make: () => Value): Observation<Value> {
    if (look === 0) return { value: make(), holds: never };
    const found = new Set<Kept<unknown>>();
    return { value: within(found, make), holds: () => allStand(found) };
  }

  return {
    remember: (shelf, key, make) => use(find(shelf, key) ?? keep(shelf, key, made(make))),
    observe: (shelf, key, read) => use(find(shelf, key) ?? keep(shelf, key, read())),
    aside: (make) => within(null, make),
    validity: () => {
      const [found, since] = [supports, look];
      return () => since === look || (since > 0 && (found === null || allStand(found)));
    },
    look: () => {
      look += 1;
    },
    isWatching: () => look > 0,
  };
}

function never(): boolean {
  return false;
}
