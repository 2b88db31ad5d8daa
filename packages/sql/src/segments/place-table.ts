import type { NamedTable } from "../grammar.js";
import type { SqlTable } from "../sql-reading.js";
import type { Hole } from "./hole.js";
import type { SqlText } from "./read-statement.js";
import type { Rewritten } from "./rewrite.js";

interface PlacedTable {
  /** Null where its name can't be told. */
  readonly table: SqlTable | null;
  /** A clause that says why it, or a part of it, can't be told. */
  readonly unread: string | null;
}

/** Takes a table of the text that was parsed back to its segment. */
export function placeTable(
  { path, access, start, nameStart, end }: NamedTable,
  rewritten: Rewritten,
  holes: readonly Hole[],
  sql: SqlText,
): PlacedTable {
  const name = path.at(-1) ?? "";
  const inName = holesIn(holes, rewritten, nameStart, end);
  const dynamic = inName.find(({ content }) => content.kind !== "table");
  if (dynamic) return { table: null, unread: whyDynamic(dynamic) };
  const isSchemaKnown = holesIn(holes, rewritten, start, nameStart).every((hole) =>
    inName.includes(hole),
  );
  const schema = isSchemaKnown ? (path.at(-2) ?? null) : null;
  const place = placeOf({ start, nameStart, end }, inName[0], rewritten, sql);
  return {
    table: { name, schema, access, ...place },
    unread: isSchemaKnown ? null : `the schema of \`${name}\` is worked out when it runs`,
  };
}

function whyDynamic({ content }: Hole): string {
  return "reason" in content ? content.reason : "the table's name is worked out when it runs";
}

function holesIn(
  holes: readonly Hole[],
  rewritten: Rewritten,
  start: number,
  end: number,
): readonly Hole[] {
  if (start >= end) return [];
  const from = rewritten.originalOffset(start);
  const last = rewritten.originalOffset(end - 1);
  return holes.filter((hole) => hole.end > from && hole.start <= last);
}

function placeOf(
  { start, nameStart, end }: Pick<NamedTable, "start" | "nameStart" | "end">,
  hole: Hole | undefined,
  rewritten: Rewritten,
  { source, segments }: SqlText,
): Pick<SqlTable, "segment" | "start" | "end"> {
  const segment = source.segmentAt(hole?.start ?? rewritten.originalOffset(nameStart));
  const content = segments[segment];
  if (content?.kind !== "text") return { segment, start: 0, end: 0 };
  const base = source.startOf(segment);
  const whole = rewritten.originalOffset(start);
  const first = whole < base ? rewritten.originalOffset(nameStart) : whole;
  const last = rewritten.originalOffset(Math.max(end - 1, start));
  return { segment, start: first - base, end: Math.min(last + 1 - base, content.text.length) };
}
