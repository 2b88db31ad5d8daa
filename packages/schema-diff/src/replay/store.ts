import type { ObjectName } from "@domain-isolation/model";
import type { DialectRules } from "./dialects/dialect-rules.js";

/** The objects of one kind, by their names. */
export interface Store<T extends ObjectName> {
  get(name: ObjectName): T | null;
  set(object: T): void;
  delete(name: ObjectName): void;
  /** Puts an object in the place of another, which may have had another name. */
  replace(old: ObjectName, object: T): void;
  /** Lets a function make every object anew; what it gives back as it is stays. */
  update(change: (object: T) => T): void;
  all(): readonly T[];
}

export function createStore<T extends ObjectName>({ fold }: DialectRules): Store<T> {
  const objects = new Map<string, T>();
  const keyOf = ({ schema, name }: ObjectName) => `${schema ?? ""}\0${fold(name)}`;
  return {
    get: (name) => objects.get(keyOf(name)) ?? null,
    set: (object) => void objects.set(keyOf(object), object),
    delete: (name) => void objects.delete(keyOf(name)),
    replace(old, object) {
      objects.delete(keyOf(old));
      objects.set(keyOf(object), object);
    },
    update(change) {
      for (const [key, object] of objects) {
        const changed = change(object);
        if (changed === object) continue;
        if (keyOf(changed) !== key) objects.delete(key);
        objects.set(keyOf(changed), changed);
      }
    },
    all: () => [...objects.values()],
  };
}
