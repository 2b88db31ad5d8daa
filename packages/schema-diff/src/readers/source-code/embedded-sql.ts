import type { Span } from "@domain-isolation/model";
import {
  segmentSpan,
  segmentsOf,
  spanOf,
  type Holes,
  type Place,
  type PlacedSegment,
} from "@domain-isolation/source-facts";
import { readSql, type SqlSegment } from "@domain-isolation/sql";
import type { Change, PlacedName } from "../../changes/change.js";
import { touchedTables } from "../../changes/touched-tables.js";
import { readChanges } from "../../sql/read-changes.js";
import { literalOf, textOf } from "./literals.js";
import { placeOf } from "./names.js";
import { originOf } from "./origin.js";
import { namedByTag, sentText } from "./sent-text.js";
import { opaque, type Run } from "./run.js";

/** What the SQL changes that an expression builds. In a tag's template, holes are values. */
export function sqlChanges(place: Place, holes: Holes, run: Run): readonly Change[] {
  return segmentChanges(foldedSegments(place, holes, run), place, run);
}

/** The same of a text, or of what a tag or `sql.raw(…)` makes of one. */
export function sentChanges(place: Place, run: Run): readonly Change[] {
  const { text, holes } = sentText(place, run);
  return sqlChanges(text, holes, run);
}

/** A text in stretches; holes whose texts are known are filled. */
export function foldedSegments(
  place: Place,
  holes: Holes,
  run: Run,
  depth = 0,
): readonly PlacedSegment[] {
  return segmentsOf(place, holes, run.analysis).flatMap((each) => folded(each, place, run, depth));
}

/** The same of a text that has been taken apart. */
export function segmentChanges(
  segments: readonly PlacedSegment[],
  place: Place,
  run: Run,
): readonly Change[] {
  const hole = segments.find(({ segment }) => segment.kind !== "text");
  const changes = wholeChanges(segments, place, run);
  if (!hole) return changes;
  const isRefused = changes.some(({ kind }) => kind === "opaque");
  if (isRefused) return partlyKnown(segments, place, run);
  const reason = `its text holds ${writtenAt(hole.place)}, which is known when it runs`;
  return changes.map((each) => (holdsHole(each) ? withoutHole(each, reason) : each));
}

/** Stands for what is put in when it runs: where a change says it, the change isn't known. */
const holeName = "put_in_when_it_runs";

function holdsHole(change: Change): boolean {
  return JSON.stringify(change).includes(holeName);
}

function withoutHole(change: Change, reason: string): Change {
  const { reads, writes } = touchedTables(change);
  const known = (names: readonly PlacedName[]) =>
    names.filter(({ schema, name }) => !`${schema ?? ""}.${name}`.includes(holeName));
  return { kind: "opaque", at: change.at, reason, reads: known(reads), writes: known(writes) };
}

/** A hole whose text is known, or that is a fragment of SQL itself. */
function folded(
  each: PlacedSegment,
  whole: Place,
  run: Run,
  depth: number,
): readonly PlacedSegment[] {
  const { kind } = each.segment;
  const origin = originOf(each.place, run.analysis);
  if (kind === "text" || kind === "table" || origin.node === whole.node || depth > 8) return [each];
  const known = plainText(origin, run) ?? namedByTag(origin, run);
  if (known !== null) return [filled(each, known)];
  const { text: inner, holes, isTagged } = sentText(origin, run);
  if (isTagged) return foldedSegments(inner, holes, run, depth + 1);
  const written = kind === "unknown" ? textOf(origin, run.analysis) : null;
  return [written === null ? each : filled(each, written)];
}

function plainText(place: Place, { analysis }: Run): string | null {
  const literal = literalOf(place, analysis);
  return literal?.is === "number" || literal?.is === "boolean" ? String(literal.value) : null;
}

function filled(each: PlacedSegment, value: string): PlacedSegment {
  return { ...each, segment: text(value), raw: null };
}

function text(value: string): SqlSegment {
  return { kind: "text", text: value };
}

function wholeChanges(segments: readonly PlacedSegment[], place: Place, run: Run) {
  const texts = segments.map(({ segment }) => (segment.kind === "text" ? segment.text : holeName));
  const { file } = place.module;
  return readChanges({
    text: texts.join(""),
    dialect: run.dialect,
    file,
    spanOf: (start, end) => spanIn(segments, texts, place, start, end),
  });
}

/** From where its first character is written to where its last one is. */
function spanIn(
  segments: readonly PlacedSegment[],
  texts: readonly string[],
  place: Place,
  start: number,
  end: number,
): Span {
  const first = pointIn(segments, texts, place, start);
  const last = pointIn(segments, texts, place, Math.max(start, end - 1));
  return first && last && first.start <= last.end
    ? { start: first.start, end: last.end }
    : spanOf(place.node);
}

function pointIn(
  segments: readonly PlacedSegment[],
  texts: readonly string[],
  place: Place,
  offset: number,
): Span | null {
  let before = 0;
  for (const [index, each] of segments.entries()) {
    const { length } = texts[index] ?? "";
    if (offset < before + length || index === segments.length - 1) {
      const within = offset - before;
      if (each.place.module !== place.module) return null;
      return segmentSpan(each, { start: within, end: within + 1 });
    }
    before += length;
  }
  return null;
}

/** What can be told of a text with holes: rows of known tables, or nothing but names. */
function partlyKnown(
  segments: readonly PlacedSegment[],
  place: Place,
  run: Run,
): readonly Change[] {
  const reading = readSql(
    segments.map(({ segment }) => segment),
    run.dialect,
  );
  const named = (write: boolean) =>
    reading.tables.flatMap(({ name, schema, access, segment, start, end }): PlacedName[] => {
      const holder = segments[segment];
      if (!holder || (access === "write") !== write) return [];
      const isHere = holder.place.module === place.module;
      return [
        { name, schema, span: isHere ? segmentSpan(holder, { start, end }) : spanOf(place.node) },
      ];
    });
  const tables = { at: placeOf(place), reads: named(false), writes: named(true) };
  const isOfRows = /^(?:select|insert|update|delete|merge)$/u.test(reading.operation);
  if (isOfRows && reading.opaque === null) return [{ kind: "change rows", ...tables }];
  const hole = segments.find(({ segment }) => segment.kind !== "text");
  const written = hole && writtenAt(hole.place);
  const reason = `its text holds ${written ?? "something"}, which is known when it runs`;
  return [{ ...opaque(place, reason), kind: "opaque", reason, ...tables }];
}

function writtenAt({ module, node }: Place): string {
  const { start, end } = spanOf(node);
  return `\`${module.source.text.slice(start, end).replaceAll(/\s+/gu, " ").slice(0, 60)}\``;
}
