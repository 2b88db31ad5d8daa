import type { Analysis } from "../../analysis.js";
import { placed, type Holes, type PlacedSegment } from "../../text/placed-segment.js";
import { rawOffset } from "../../text/raw-offset.js";
import { segmentsOf } from "../../text/segments.js";
import type { Place } from "../../values/place.js";
import { storedName } from "./stored-name.js";

/**
 * The text of `raw(text, bindings)`: `??` and `:name:` are names, `?` and `:name` values, which may be
 * builders: https://knexjs.org/guide/raw.html#raw-parameter-binding
 */
export function rawSegments(
  text: Place,
  bindings: Place | null,
  holes: Holes,
  analysis: Analysis,
): readonly PlacedSegment[] {
  const segments = segmentsOf(text, holes, analysis);
  const bound = bindings && boundValues(bindings, analysis);
  let index = 0;
  return segments.flatMap((segment) => {
    if (segment.segment.kind !== "text") return [segment];
    const found = bound ? bound.in(segment.segment.text, index) : [];
    index += found.length;
    return split(segment, found, analysis).map(unescaped);
  });
}

/** `\\?` is an operator and no mark; as grammars take it for one, another operator stands for it. */
function unescaped(stretch: PlacedSegment): PlacedSegment {
  const { segment } = stretch;
  if (segment.kind !== "text" || !segment.text.includes("\\?")) return stretch;
  return { ...stretch, segment: { kind: "text", text: segment.text.replaceAll("\\?", "@>") } };
}

/** A mark in a text, and what is bound to it; null where that can't be told. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly isName: boolean;
  readonly value: Place | null;
}

interface Bound {
  /** The marks in a stretch of text before which others had been counted. */
  in(text: string, before: number): readonly Mark[];
}

function boundValues(bindings: Place, analysis: Analysis): Bound | null {
  const properties = analysis.properties(bindings);
  if (properties) {
    const values = new Map(properties.entries.map(({ key, value }) => [key, value]));
    return { in: (text) => namedMarks(text, values) };
  }
  const list = analysis.elements(bindings);
  const isSpread = list?.some(({ node }) => node.type === "SpreadElement") === true;
  return {
    in: (text, before) => positionMarks(text, before, isSpread ? [] : (list ?? [bindings])),
  };
}

function positionMarks(text: string, before: number, values: readonly Place[]): readonly Mark[] {
  return [...text.matchAll(/(?<!\\)\?\??/gu)].map(({ 0: mark, index }, count) => ({
    start: index,
    end: index + mark.length,
    isName: mark === "??",
    value: values[before + count] ?? null,
  }));
}

function namedMarks(text: string, values: ReadonlyMap<string, Place>): readonly Mark[] {
  return [...text.matchAll(/(?<![\\:\w]):(\w+)(:(?!:))?/gu)].flatMap(
    ({ 0: mark, 1: name = "", 2: colon, index }) => {
      const value = values.get(name);
      if (!value) return [];
      return [{ start: index, end: index + mark.length, isName: colon !== undefined, value }];
    },
  );
}

function split(
  segment: PlacedSegment,
  marks: readonly Mark[],
  analysis: Analysis,
): readonly PlacedSegment[] {
  const found: PlacedSegment[] = [];
  let from = 0;
  for (const mark of marks) {
    found.push(stretch(segment, from, mark.start), ...boundSegments(mark, segment, analysis));
    from = mark.end;
  }
  found.push(stretch(segment, from, Number.POSITIVE_INFINITY));
  return found.filter(({ segment: each }) => each.kind !== "text" || each.text !== "");
}

function stretch(whole: PlacedSegment, start: number, end: number): PlacedSegment {
  const { segment, raw } = whole;
  if (segment.kind !== "text") return whole;
  const text = segment.text.slice(start, end);
  if (!raw) return { ...whole, segment: { kind: "text", text } };
  const from = rawOffset(raw.text, start);
  const to = end < segment.text.length ? rawOffset(raw.text, end) : raw.text.length;
  return {
    ...whole,
    segment: { kind: "text", text },
    raw: { text: raw.text.slice(from, to), start: raw.start + from },
  };
}

function boundSegments(
  { isName, value }: Mark,
  { place }: PlacedSegment,
  analysis: Analysis,
): readonly PlacedSegment[] {
  if (!isName) {
    const isBuilder = value && analysis.handle(value);
    return isBuilder ? segmentsOf(value, "values", analysis) : [placed(place, { kind: "value" })];
  }
  const text = value && analysis.constant(value);
  if (!value || text === null) {
    const reason = "the name that is bound to it is worked out when it runs";
    return [placed(value ?? place, { kind: "unknown", reason })];
  }
  const [name = "", schema = null] = text.split(".").toReversed();
  return [placed(value, { kind: "table", name: storedName(name, analysis), schema })];
}
