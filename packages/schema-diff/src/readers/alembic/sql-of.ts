import type { Dialect, SourcePlace } from "@domain-isolation/model";
import { readSql, type SqlSegment } from "@domain-isolation/sql";
import type { Change, PlacedName } from "../../changes/change.js";
import { readChanges } from "../../sql/read-changes.js";
import { slicePart } from "../python/format-text.js";
import type { TextPart, TextValue } from "../python/value.js";
import { opaque } from "./world.js";

/** What SQL in a text of Python changes. */
export function changesOfSql(
  value: TextValue,
  at: SourcePlace,
  dialect: Dialect,
): readonly Change[] {
  const parts = value.parts.flatMap(unescaped);
  if (parts.some((part) => "hole" in part)) return changesOfTemplate(parts, at, dialect);
  const texts = parts.filter((part) => "text" in part);
  const text = withoutParameters(texts.map((part) => part.text).join(""), dialect);
  return readChanges({ text, dialect, file: at.file, spanOf: spanIn(texts, at) });
}

/** In a text of SQL, `\:` is a colon that begins no parameter. */
function unescaped(part: TextPart): readonly TextPart[] {
  if ("hole" in part || !part.text.includes("\\:")) return [part];
  const pieces: TextPart[] = [];
  let start = 0;
  for (const { index } of part.text.matchAll(/\\:/gu)) {
    pieces.push(slicePart(part, start, index));
    start = index + 1;
  }
  return [...pieces, slicePart(part, start, part.text.length)];
}

type Stretch = Extract<TextPart, { readonly text: string }>;

/** Where a stretch of the text stands in the file of the change; the call where that isn't known. */
function spanIn(parts: readonly Stretch[], at: SourcePlace) {
  return (start: number, end: number) => {
    const first = placeIn(parts, start, at);
    const last = placeIn(parts, Math.max(end - 1, start), at);
    const from = first?.origin.startOf(first.index) ?? null;
    const to = last?.origin.endOf(last.index) ?? null;
    return from === null || to === null || to < from ? at.span : { start: from, end: to };
  };
}

function placeIn(parts: readonly Stretch[], offset: number, { file }: SourcePlace) {
  let before = 0;
  for (const { text, origin } of parts) {
    const index = offset - before;
    if (index < text.length) return origin?.file === file ? { origin, index } : null;
    before += text.length;
  }
  return null;
}

/**
 * A parameter of SQLAlchemy or of its driver as the database would have it, as long as before:
 * `:name` https://docs.sqlalchemy.org/en/20/core/sqlelement.html#sqlalchemy.sql.expression.text
 */
function withoutParameters(text: string, dialect: Dialect): string {
  const placeholder = dialect === "postgresql" ? "$1" : "?";
  return text.replaceAll(/(?<![:\w\\]):\w+(?!:)|%\(\w+\)s|(?<=[\s=(,])%s(?!\w)/gu, (parameter) =>
    placeholder.padEnd(parameter.length),
  );
}

const rowOperations = new Set(["select", "insert", "update", "delete", "merge"]);

/** SQL in which something is put that isn't known: which tables the rest of it names. */
function changesOfTemplate(
  parts: readonly TextPart[],
  at: SourcePlace,
  dialect: Dialect,
): readonly Change[] {
  const segments = parts.map((part): SqlSegment =>
    "hole" in part
      ? { kind: "unknown", reason: "a part of the SQL isn't known" }
      : { kind: "text", text: withoutParameters(part.text, dialect) },
  );
  const reading = readSql(segments, dialect);
  const named = (isWrite: boolean): readonly PlacedName[] =>
    reading.tables
      .filter(({ access }) => (access === "write") === isWrite)
      .map(({ schema, name }) => ({ schema, name, span: at.span }));
  const tables = { reads: named(false), writes: named(true) };
  if (reading.opaque === null && rowOperations.has(reading.operation)) {
    return [{ kind: "change rows", at, ...tables }];
  }
  return [opaque(at, reading.opaque ?? "a part of the SQL isn't known", tables)];
}
