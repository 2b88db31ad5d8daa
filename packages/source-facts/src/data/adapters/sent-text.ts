import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../analysis.js";
import { readText, type TextReading } from "../text/read-text.js";
import type { Place } from "../values/place.js";
import type { Query } from "../values/value.js";
import type { CallSite } from "./adapter.js";
import { queryOf, withPart } from "./query.js";

/** A statement whose text is an argument, or a fragment of SQL; in the first dialect that reads it. */
export function sentText(
  site: CallSite,
  argument: Place,
  dialects: readonly SqlDialect[],
  analysis: Analysis,
): Query {
  const value = analysis.evaluate(argument);
  const part = value?.is === "handle" ? value : null;
  const text = part?.text ?? value;
  const read = (dialect: SqlDialect): TextReading =>
    text?.is === "text"
      ? readText(text.place, dialect, text.holes, analysis)
      : readText(argument, dialect, "unknown", analysis);
  const reading = firstSense(dialects, read);
  const query = queryOf(site.place, site.method, { ...reading, isDone: true });
  return withPart({ ...query, operation: site.method }, part);
}

/** What the first dialect makes of a text in which it makes sense; else what the first one does. */
function firstSense(
  [first = "postgresql", ...others]: readonly SqlDialect[],
  read: (dialect: SqlDialect) => TextReading,
): TextReading {
  const reading = read(first);
  if (reading.opaque === null) return reading;
  for (const dialect of others) {
    const other = read(dialect);
    if (other.opaque === null) return other;
  }
  return reading;
}
