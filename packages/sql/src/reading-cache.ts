import type { SqlDialect, SqlReading, SqlSegment } from "./sql-reading.js";

/** Remembers readings: an editor lints the same file, with the same SQL, at every key. */
export interface ReadingCache {
  get(segments: readonly SqlSegment[], dialect: SqlDialect, read: () => SqlReading): SqlReading;
}

const mostReadings = 10_000;
/** In characters. Longer texts are rare, and would fill the memory. */
const longestKey = 5000;

export function createReadingCache(): ReadingCache {
  const readings = new Map<string, SqlReading>();
  return {
    get(segments, dialect, read) {
      const key = keyOf(segments, dialect);
      const known = readings.get(key);
      if (known) return known;
      const reading = read();
      if (key.length > longestKey) return reading;
      if (readings.size >= mostReadings) forgetOldest(readings);
      readings.set(key, reading);
      return reading;
    },
  };
}

function keyOf(segments: readonly SqlSegment[], dialect: SqlDialect): string {
  const [first] = segments;
  const isPlain = segments.length === 1 && first?.kind === "text";
  return isPlain ? `${dialect} ${first.text}` : `${dialect}:${JSON.stringify(segments)}`;
}

function forgetOldest(readings: Map<string, SqlReading>): void {
  for (const [oldest] of readings) {
    readings.delete(oldest);
    return;
  }
}
