import type { Handle } from "../../values/value.js";

/** What a handle remembers in names: the schema of its statement, the driver of its client. */
type Key = "schema" | "client";

export function remembered({ memory }: Handle, key: Key): readonly string[] {
  const value = memory[key];
  return value?.is === "identifier" ? value.names : [];
}

export function remember(handle: Handle, key: Key, names: readonly string[]): Handle {
  return { ...handle, memory: { ...handle.memory, [key]: { is: "identifier", names } } };
}
