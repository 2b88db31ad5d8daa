import type { Change } from "../../changes/change.js";

/** The database that a change names and that isn't the one at hand: one that is attached. */
export function attachedDatabase(changes: readonly Change[]): string | null {
  return schemasIn(changes).find((name) => name.toLowerCase() !== "temp") ?? null;
}

/** What is written before the dots of names, anywhere in a value. */
function schemasIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => schemasIn(item));
  if (typeof value !== "object" || value === null) return [];
  if ("schema" in value && typeof value.schema === "string") return [value.schema];
  return Object.values(value).flatMap((item: unknown) => schemasIn(item));
}
