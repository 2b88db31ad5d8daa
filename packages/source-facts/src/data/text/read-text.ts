import { readSql, type SqlDialect, type SqlReading } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { NamedTable, Query } from "../values/value.js";
import { segmentSpan, type Holes, type PlacedSegment } from "./placed-segment.js";
import { segmentsOf } from "./segments.js";

/** A text of SQL as a statement in the making. */
export type TextReading = Pick<Query, "tables" | "opaque" | "isGeneric" | "parts"> & {
  readonly operation: string;
};

/** The stretches of a text, its holes taken so or so. */
export type Segmented = (holes: Holes) => readonly PlacedSegment[];

/**
 * Reads the SQL that an expression stands for. In the template of a tag, holes are values; where the
 * text makes no sense so, they may be anything.
 */
export function readText(
  place: Place,
  dialect: SqlDialect,
  holes: Holes,
  analysis: Analysis,
): TextReading {
  return readSegmented((each) => segmentsOf(place, each, analysis), dialect, holes);
}

/** The same of a text that has been taken apart. */
export function readSegmented(
  segmented: Segmented,
  dialect: SqlDialect,
  holes: Holes,
): TextReading {
  const segments = segmented(holes);
  const [only] = segments;
  if (segments.length === 1 && only?.segment.kind === "unknown") {
    const { reason } = only.segment;
    return {
      operation: "other",
      tables: [],
      parts: [],
      isGeneric: only.parameter !== null,
      opaque: `of its text, ${reason}`,
    };
  }
  const reading = readSegments(segments, dialect);
  if (reading.opaque === null || holes === "unknown") return withPlaces(reading, segments);
  const again = segmented("unknown");
  return withPlaces(readSegments(again, dialect), again);
}

function readSegments(segments: readonly PlacedSegment[], dialect: SqlDialect): SqlReading {
  return readSql(
    segments.map(({ segment }) => segment),
    dialect,
  );
}

/** What was read of segments, with the places of the tables. */
export function withPlaces(
  { operation, tables, opaque }: SqlReading,
  segments: readonly PlacedSegment[],
): TextReading {
  const named = tables.flatMap(({ name, schema, access, segment, start, end }): NamedTable[] => {
    const placed = segments[segment];
    if (!placed) return [];
    const { entity, place } = placed;
    const span = segmentSpan(placed, { start, end });
    const common = { access, via: "sql", place, span } as const;
    return [
      entity
        ? { name: entity.table, schema: entity.schema, entity, ...common }
        : { name, schema, entity: null, ...common },
    ];
  });
  const isGeneric = opaque !== null && segments.some(({ parameter }) => parameter !== null);
  const parts = [...new Set(segments.flatMap(({ part }) => part ?? []))];
  return { operation, tables: named, parts, isGeneric, opaque };
}
