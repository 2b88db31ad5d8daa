/** https://orm.drizzle.team/docs/sql-schema-declaration#camel-and-snake-casing */
export type Casing = "snake_case" | "camelCase" | null;

/** The name that Drizzle makes of a property. */
export function cased(key: string, casing: Casing): string {
  if (casing === null) return key;
  const words =
    key.replaceAll(/['’]/gu, "").match(/[\da-z]+|[A-Z]+(?![a-z])|[A-Z][\da-z]+/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase());
  if (casing === "snake_case") return lower.join("_");
  return words
    .map((word, index) => (index === 0 ? word.toLowerCase() : capitalized(word)))
    .join("");
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
