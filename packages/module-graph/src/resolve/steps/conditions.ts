import type { Request } from "../request.js";

/**
 * The conditions under which `exports` and `imports` are read: those of TypeScript and Node, and
 * before them the ones that lead to sources.
 */
export function conditionsOf({ kind, tsconfig }: Request): ReadonlySet<string> {
  const form = kind === "require" ? "require" : "import";
  const custom = tsconfig?.customConditions ?? [];
  return new Set([...custom, "source", "development", "types", "node", form]);
}
