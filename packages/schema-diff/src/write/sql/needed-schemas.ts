import type { Change } from "../../changes/change.js";

/** The schemas in which changes make something, but for the usual one. */
export function neededSchemas(changes: readonly Change[]): readonly string[] {
  const names = changes.flatMap((change) => {
    const isMade = change.kind.startsWith("create ") && "name" in change;
    const name = isMade && typeof change.name === "object" ? change.name : null;
    return name?.schema ?? [];
  });
  return [...new Set(names)].filter((name) => name !== "public").sort();
}
