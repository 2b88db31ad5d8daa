/** Configuration of others, of which nothing is known before one looks. */
export type Loose = Readonly<Partial<Record<string, unknown>>>;

export function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object, or one with nothing in it. */
export function looseOf(value: unknown): Loose {
  return isLoose(value) ? value : {};
}

/** A list, or the one thing that stands for a list of itself; nothing where there is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((each) => typeof each === "string");
}
