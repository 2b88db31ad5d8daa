import type { Span } from "@domain-isolation/model";
import type { SqlSegment } from "@domain-isolation/sql";
import { spanOf } from "../../syntax/node.js";
import type { Place } from "../values/place.js";
import type { Entity, Parameter } from "../values/value.js";
import { rawOffset } from "./raw-offset.js";

/** A stretch of a text, and where it is written. */
export interface PlacedSegment {
  readonly segment: SqlSegment;
  readonly place: Place;
  /** Of text: what is written between the quotes, and where that starts. */
  readonly raw: { readonly text: string; readonly start: number } | null;
  /** Of a table: the entity that names it. */
  readonly entity: Entity | null;
  /** Of what is unknown: the parameter that it is. */
  readonly parameter: Parameter | null;
}

/** Where a stretch of a segment's text stands in its file. */
export function segmentSpan({ raw, place }: PlacedSegment, { start, end }: Span): Span {
  if (!raw) return spanOf(place.node);
  return {
    start: raw.start + rawOffset(raw.text, start),
    end: raw.start + rawOffset(raw.text, end),
  };
}
