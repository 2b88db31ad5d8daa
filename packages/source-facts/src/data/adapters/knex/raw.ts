import type { SqlDialect } from "@domain-isolation/sql";
import type { Analysis } from "../../analysis.js";
import type { PlacedSegment } from "../../text/placed-segment.js";
import { readSegmentedFragment } from "../../text/read-fragment.js";
import { readSegmented, type Segmented, type TextReading } from "../../text/read-text.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, queryOf, type Touch } from "../query.js";
import { dialectsOf } from "./dialects.js";
import { rawSegments } from "./raw-segments.js";

const beginning =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:select|insert|update|delete|with|merge|replace\s+into|truncate|create|alter|drop|lock|copy|explain|begin|commit|rollback|call|do|set|show|pragma|vacuum|analyze|refresh|grant|revoke|comment|savepoint|release|use)\b/iu;

/** `knex.raw(text, bindings)`: a statement if it begins like one, else a part of others. */
export function rawHandle(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [text, bindings = null] = site.args;
  const raw: Handle = { ...handle, role: "raw", query: null, named: null };
  if (!text) return raw;
  const segmented: Segmented = (holes) => rawSegments(text, bindings, holes, analysis);
  const dialects = dialectsOf(handle, analysis.world);
  const segments = segmented("unknown");
  const reading =
    isUnknown(segments) || begins(segments)
      ? firstReading(segmented, dialects)
      : readSegmentedFragment(segmented, dialects);
  const query = reading && added(queryOf(site.place, "raw"), reading);
  return { ...raw, query, text: { is: "text", place: text, holes: "unknown" } };
}

/** `whereRaw(text, bindings)`: a part of the statement that is being built. */
export function rawTouch(handle: Handle, site: CallSite, analysis: Analysis): Touch | null {
  const [text, bindings = null] = site.args;
  if (!text) return null;
  const segmented: Segmented = (holes) => [
    ...beforeText(site.method, text),
    ...rawSegments(text, bindings, holes, analysis),
  ];
  const dialects = dialectsOf(handle, analysis.world);
  return site.method === "fromRaw"
    ? firstReading(segmented, dialects)
    : readSegmentedFragment(segmented, dialects);
}

function beforeText(method: string, place: Place): readonly PlacedSegment[] {
  if (method !== "fromRaw") return [];
  const segment = { kind: "text", text: "SELECT * FROM " } as const;
  return [{ segment, place, raw: null, entity: null, parameter: null, part: null }];
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
