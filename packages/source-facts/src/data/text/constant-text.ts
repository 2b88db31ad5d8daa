import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import { segmentsOf } from "./segments.js";

/** The text that an expression always stands for; null where any of it is worked out when it runs. */
export function constantText(place: Place, analysis: Analysis): string | null {
  const segments = segmentsOf(place, "unknown", analysis);
  let text = "";
  for (const { segment, part } of segments) {
    if (segment.kind !== "text" || part) return null;
    text += segment.text;
  }
  return segments.length === 0 ? null : text;
}
