import type { Analysis } from "../../analysis.js";
import { readFragment } from "../../text/read-fragment.js";
import { segmentsOf } from "../../text/segments.js";
import type { Place } from "../../values/place.js";
import { likelyDialects } from "../likely-dialects.js";
import type { Touch } from "../query.js";

/** A condition or a column in SQL: the tables of a query in it, and the builders whose text it holds. */
export function sqlTouch(place: Place, analysis: Analysis): Touch | null {
  const segments = segmentsOf(place, "unknown", analysis);
  const isQuery = segments.some(
    ({ segment, part }) => !part && segment.kind === "text" && /\bselect\b/iu.test(segment.text),
  );
  if (isQuery) return readFragment(place, likelyDialects(analysis.world), analysis);
  const parts = [...new Set(segments.flatMap(({ part }) => part ?? []))];
  return parts.length > 0 ? { tables: [], parts, isGeneric: false, opaque: null } : null;
}
