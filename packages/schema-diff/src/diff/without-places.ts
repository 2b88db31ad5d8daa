const places = new Set(["definedAt", "namedAt", "at", "span"]);

/** A fact as a text, without where it is written: two that say the same are equal. */
export function withoutPlaces(fact: unknown): string {
  return JSON.stringify(fact, (key, value: unknown) =>
    places.has(key) ? undefined : inOrder(value),
  );
}

/** Who made an object first set which property is no difference. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
