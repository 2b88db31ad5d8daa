import type { SourcePlace, Span } from "@domain-isolation/model";
import {
  segmentSpan,
  segmentsOf,
  spanOf,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import type { PlacedName } from "../../changes/change.js";
import { textOf } from "./literals.js";

export function placeOf({ module, node }: Place): SourcePlace {
  return { file: module.file, span: spanOf(node) };
}

/** Where a name is written: between its quotes, if they stand there; else all of the expression. */
export function nameSpan(place: Place, analysis: Analysis): Span {
  const [only, ...others] = segmentsOf(place, "unknown", analysis);
  const isHere = only?.place.node === place.node && others.length === 0;
  return isHere && only.segment.kind === "text"
    ? segmentSpan(only, { start: 0, end: only.segment.text.length })
    : spanOf(place.node);
}

/** A name that an expression always is; null where it is worked out when it runs. */
export function placedName(
  place: Place | undefined,
  analysis: Analysis,
  schema: string | null = null,
): PlacedName | null {
  const text = place && textOf(place, analysis);
  if (!place || text === null || text === undefined) return null;
  return { schema, name: text, span: nameSpan(place, analysis) };
}

/** The same where a dot stands between a schema and a name. */
export function dottedName(
  place: Place | undefined,
  analysis: Analysis,
  schema: string | null = null,
): PlacedName | null {
  const whole = placedName(place, analysis, schema);
  return whole && splitName(whole);
}

export function splitName(whole: PlacedName): PlacedName {
  const parts = whole.name.split(".");
  const name = parts.at(-1) ?? whole.name;
  return { ...whole, name, schema: parts.at(-2) ?? whole.schema };
}
