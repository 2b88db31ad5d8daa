const places = new Set(["definedAt", "namedAt", "at", "span"]);

/** A fact as a text, without where it is written: two that say the same are equal. */
export function withoutPlaces(fact: unknown): string {
  return JSON.stringify(fact, (key, value: unknown) => (places.has(key) ? undefined : value));
}
