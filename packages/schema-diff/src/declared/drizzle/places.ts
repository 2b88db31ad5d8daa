import type { SourcePlace } from "@domain-isolation/model";

/** Finds where keys of JSON stand, asked for in the order in which they stand. */
export interface Places {
  next(key: string): SourcePlace;
}

export function createPlaces(file: string, text: string): Places {
  let at = 0;
  return {
    next(key) {
      const spelled = JSON.stringify(key);
      const found = text.indexOf(`${spelled}:`, at);
      const start = found < 0 ? at : found;
      at = start;
      return { file, span: { start, end: found < 0 ? start : start + spelled.length } };
    },
  };
}
