import type { Span } from "@domain-isolation/model";
import { spanOf, stringValue, unwrap } from "../../syntax/node.js";
import { rawOffset } from "../text/raw-offset.js";
import type { Place } from "../values/place.js";

/** Where a part of a text is written; null if the text isn't written out in that place. */
export function textSpan(place: Place, text: string, { start, end }: Span): Span | null {
  const node = unwrap(place.node) ?? place.node;
  if (stringValue(node) !== text) return null;
  const whole = spanOf(node);
  const raw = place.module.source.text.slice(whole.start + 1, whole.end - 1);
  return {
    start: whole.start + 1 + rawOffset(raw, start),
    end: whole.start + 1 + rawOffset(raw, end),
  };
}
