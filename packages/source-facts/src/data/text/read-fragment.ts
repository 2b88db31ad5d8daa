import { readSql, type SqlDialect, type SqlReading } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { PlacedSegment } from "./placed-segment.js";
import { withPlaces, type Segmented, type TextReading } from "./read-text.js";
import { segmentsOf } from "./segments.js";

/** A part of a text that names a table does so behind one of these words. */
const naming = /\b(?:from|join|into|update|table|using)\b/iu;

/** What follows a source, and is none itself. */
const following =
  /^\s*(?:left|right|inner|full|cross|natural|join|straight_join|where|and|or|order|group|having|limit|on|set)\b/iu;

/** What a fragment may be the rest of: nothing, a value, a source, what follows a source, a condition. */
const beginnings = [
  "",
  "SELECT ",
  "SELECT * FROM ",
  "SELECT * FROM t ",
  "SELECT * FROM t WHERE true ",
  "INSERT INTO t VALUES (1) ",
];

/** The tables of a part of a statement's text, in the first dialect in which it makes sense. */
export function readFragment(
  place: Place,
  dialects: readonly SqlDialect[],
  analysis: Analysis,
): TextReading | null {
  return readSegmentedFragment((holes) => segmentsOf(place, holes, analysis), dialects);
}

/** The same of a text that has been taken apart; null where it names no table. */
export function readSegmentedFragment(
  segmented: Segmented,
  dialects: readonly SqlDialect[],
): TextReading | null {
  const segments = segmented("values");
  if (!segments.some(({ segment }) => segment.kind === "text" && naming.test(segment.text)))
    return null;
  const certain = bestReading(segments, dialects);
  return certain.opaque === null ? certain : bestReading(segmented("unknown"), dialects);
}

/** What a fragment reads that stands where a statement names a table. */
export function readSource(
  place: Place,
  dialects: readonly SqlDialect[],
  analysis: Analysis,
): TextReading {
  return bestReading(segmentsOf(place, "values", analysis), dialects, ["SELECT * FROM "]);
}

/** The first of which nothing is unknown, else that which tells most. */
function bestReading(
  segments: readonly PlacedSegment[],
  dialects: readonly SqlDialect[],
  behind: readonly string[] = beginnings,
): TextReading {
  let best: SqlReading = { operation: "other", tables: [], opaque: "it makes no sense as SQL" };
  for (const dialect of dialects) {
    for (const beginning of behind) {
      if (beginning.endsWith("FROM ") && startsBehindSource(segments)) continue;
      const reading = readBehind(beginning, segments, dialect);
      if (reading.opaque === null) return withPlaces(reading, segments);
      if (reading.tables.length > best.tables.length) best = reading;
    }
  }
  return withPlaces(best, segments);
}

function startsBehindSource([first]: readonly PlacedSegment[]): boolean {
  return first?.segment.kind === "text" && following.test(first.segment.text);
}

function readBehind(
  beginning: string,
  segments: readonly PlacedSegment[],
  dialect: SqlDialect,
): SqlReading {
  const before = { kind: "text", text: beginning } as const;
  const reading = readSql([before, ...segments.map(({ segment }) => segment)], dialect);
  const tables = reading.tables
    .filter(({ segment }) => segment > 0)
    .map((table) => ({ ...table, segment: table.segment - 1 }));
  return { ...reading, tables };
}
