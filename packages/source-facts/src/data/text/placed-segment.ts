import type { Span } from "@domain-isolation/model";
import type { SqlSegment } from "@domain-isolation/sql";
import { spanOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Place } from "../values/place.js";
import type { Entity, Parameter, Value } from "../values/value.js";
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
  /** Of what is put in from elsewhere: the call that made it. */
  readonly part: SyntaxNode | null;
}

/** What a hole means of which nothing is known: in a tag's template a value, elsewhere any text. */
export type Holes = "values" | "unknown";

export function placed(place: Place, segment: SqlSegment): PlacedSegment {
  return { segment, place, raw: null, entity: null, parameter: null, part: null };
}

export function entityTable(place: Place, entity: Entity): PlacedSegment {
  const { table: name, schema } = entity;
  return { ...placed(place, { kind: "table", name, schema }), entity };
}

/** What is put in when it runs. */
export function hole(place: Place, holes: Holes, found: Value | null): PlacedSegment {
  if (found?.is === "columns") return placed(place, { kind: "columns", reason: workedOut(place) });
  if (holes === "values") return placed(place, { kind: "value" });
  const parameter = found?.is === "parameter" ? found : null;
  const reason = parameter ? `${written(place)} is a parameter` : workedOut(place);
  return { ...placed(place, { kind: "unknown", reason }), parameter };
}

function workedOut(place: Place): string {
  return `${written(place)} is worked out when it runs`;
}

/** An expression as the code writes it. */
function written({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  const text = module.source.text.slice(start, end).replaceAll(/\s+/gu, " ");
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** Where a stretch of a segment's text stands in its file. */
export function segmentSpan({ raw, place }: PlacedSegment, { start, end }: Span): Span {
  if (!raw) return spanOf(place.node);
  return {
    start: raw.start + rawOffset(raw.text, start),
    end: raw.start + rawOffset(raw.text, end),
  };
}
