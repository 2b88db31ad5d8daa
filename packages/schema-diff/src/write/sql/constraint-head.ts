import { words } from "./words.js";

/** `CONSTRAINT "name" UNIQUE`, as most dialects begin a constraint. */
export function constraintHead(
  name: string | null,
  what: string,
  quote: (name: string) => string,
): string {
  return words(name !== null && `CONSTRAINT ${quote(name)}`, what);
}
