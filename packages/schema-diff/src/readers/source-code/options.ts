import type { Analysis, Place } from "@domain-isolation/source-facts";
import { booleanOf, literalOf, textOf, textsOf } from "./literals.js";
import { originOf } from "./origin.js";

/** The properties of an object that is written out, or built of such. */
export interface Options {
  /** Why there may be more: a clause. */
  readonly opaque: string | null;
  readonly keys: readonly string[];
  place(key: string): Place | undefined;
  text(key: string): string | null;
  texts(key: string): readonly string[] | null;
  flag(key: string): boolean | null;
  /** Of an object within. */
  options(key: string): Options | null;
}

export function optionsOf(place: Place | undefined, analysis: Analysis): Options | null {
  const properties = place && analysis.properties(originOf(place, analysis));
  if (!properties) return null;
  const values = new Map(properties.entries.map(({ key, value }) => [key, value]));
  return {
    opaque: properties.opaque,
    keys: [...values.keys()],
    place: (key) => values.get(key),
    text: (key) => {
      const value = values.get(key);
      return value ? textOf(value, analysis) : null;
    },
    texts: (key) => textsOf(values.get(key), analysis),
    flag: (key) => booleanOf(values.get(key), analysis),
    options: (key) => optionsOf(values.get(key), analysis),
  };
}

/** `null` and `undefined` say as little as nothing. */
export function isGiven(place: Place | undefined, analysis: Analysis): place is Place {
  return place !== undefined && literalOf(place, analysis)?.is !== "nothing";
}
