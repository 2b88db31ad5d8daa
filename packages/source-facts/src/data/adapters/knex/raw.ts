import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../../analysis.js";
import { placed, type PlacedSegment } from "../../text/placed-segment.js";
import { readSegmentedFragment } from "../../text/read-fragment.js";
import { readSegmented, type Segmented, type TextReading } from "../../text/read-text.js";
import type { Place } from "../../values/place.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, queryOf, type Touch } from "../query.js";
import { dialectsOf } from "./dialects.js";
import { rawSegments } from "./raw-segments.js";

const beginning =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:select|insert|update|delete|with|merge|replace\s+into|truncate|create|alter|drop|lock|copy|explain|begin|commit|rollback|call|do|set|show|pragma|vacuum|analyze|refresh|grant|revoke|comment|savepoint|release|use)\b/iu;

/** `knex.raw(text, bindings)`: a statement if it begins like one, else a part of others. */
export function rawHandle(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [text, bindings] = site.args;
  const raw: Handle = { ...handle, role: "raw", query: null, named: null };
  if (!text) return raw;
  const segmented: Segmented = (holes) => rawSegments(text, bindings ?? null, holes, analysis);
  const dialects = dialectsOf(handle, analysis.world);
  const segments = segmented("unknown");
  const reading =
    isUnknown(segments) || begins(segments)
      ? firstReading(segmented, dialects)
      : readSegmentedFragment(segmented, dialects);
  const query = reading && added(queryOf(site.place, "raw"), reading);
  const memory = bindings ? { ...raw.memory, bindings: listOf(bindings) } : raw.memory;
  return { ...raw, query, memory, text: { is: "text", place: text, holes: "unknown" } };
}

function listOf(place: Place): Value {
  return { is: "list", place };
}

/** `whereRaw(text, bindings)`: a part of the statement that is being built. */
export function rawTouch(handle: Handle, site: CallSite, analysis: Analysis): Touch | null {
  const [text, bindings = null] = site.args;
  if (!text) return null;
  const dialects = dialectsOf(handle, analysis.world);
  if (site.method === "fromRaw") return readSource(text, bindings, dialects, analysis);
  return readSegmentedFragment((holes) => rawSegments(text, bindings, holes, analysis), dialects);
}

/** `from(knex.raw("users as u"))` */
export function sourceTouch(raw: Handle, analysis: Analysis): Touch | null {
  const { text, memory, role } = raw;
  if (role !== "raw" || text?.is !== "text") return null;
  const bindings = memory.bindings?.is === "list" ? memory.bindings.place : null;
  return readSource(text.place, bindings, dialectsOf(raw, analysis.world), analysis);
}

/** A text that stands where a table does. */
function readSource(
  text: Place,
  bindings: Place | null,
  dialects: readonly SqlDialect[],
  analysis: Analysis,
): Touch | null {
  const before = placed(text, { kind: "text", text: "SELECT * FROM " });
  return firstReading(
    (holes) => [before, ...rawSegments(text, bindings, holes, analysis)],
    dialects,
  );
}

function isUnknown([only, ...others]: readonly PlacedSegment[]): boolean {
  return only?.segment.kind === "unknown" && others.length === 0;
}

function begins([first]: readonly PlacedSegment[]): boolean {
  return first?.segment.kind === "text" && beginning.test(first.segment.text);
}

/** In the first dialect in which the text makes sense. */
function firstReading(segmented: Segmented, dialects: readonly SqlDialect[]): TextReading | null {
  const readings = dialects.map((dialect) => readSegmented(segmented, dialect, "unknown"));
  return readings.find(({ opaque }) => opaque === null) ?? readings[0] ?? null;
}
