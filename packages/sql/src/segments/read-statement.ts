import type { Grammar } from "../grammar.js";
import type { Statement } from "../lexer/statements.js";
import type { SqlDialect, SqlSegment, SqlTable } from "../sql-reading.js";
import { findHoles } from "./find-holes.js";
import type { Hole } from "./hole.js";
import { parseWithHoles, type Attempt } from "./parse-with-holes.js";
import { placeTable } from "./place-table.js";
import type { Source } from "./source.js";
import { standInsFor } from "./stand-in.js";

export interface StatementResult {
  readonly operation: string;
  readonly tables: readonly SqlTable[];
  /** The temporary tables that it makes, which are not among `tables`. */
  readonly temporary: readonly string[];
  /** Clauses that say what of it can't be read. */
  readonly unread: readonly string[];
}

export interface SqlText {
  readonly source: Source;
  readonly segments: readonly SqlSegment[];
  readonly dialect: SqlDialect;
  readonly grammar: Grammar;
}

export function readStatement(statement: Statement, sql: SqlText): StatementResult {
  const { source, segments, dialect, grammar } = sql;
  const holes = findHoles(statement, source, segments, dialect);
  const choices = holes.map((hole, index) =>
    standInsFor(hole, index, statement, source.text, dialect),
  );
  const attempt = parseWithHoles(statement, source.text, holes, choices, grammar);
  const { parsed, rewritten } = attempt;
  if (parsed.kind === "refused") {
    const unread = [whyRefused(parsed, attempt, holes)];
    return { operation: "other", tables: [], temporary: [], unread };
  }
  const reading = grammar.read(parsed.tree, rewritten.text);
  const placed = reading.tables.map((table) => placeTable(table, rewritten, holes, sql));
  return {
    operation: reading.operation,
    temporary: reading.temporary,
    tables: placed.flatMap(({ table }) => table ?? []),
    unread: [
      ...doubts(holes, attempt),
      ...placed.flatMap(({ unread }) => unread ?? []),
      ...reading.unread,
    ],
  };
}

function whyRefused(
  { reason, offset }: { readonly reason: string; readonly offset: number },
  { rewritten }: Attempt,
  holes: readonly Hole[],
): string {
  const blamed = holes.find(({ content }) => content.kind === "unknown");
  const isBlamed = blamed && rewritten.newOffset(blamed.start) <= offset;
  return isBlamed && blamed.content.kind === "unknown" ? blamed.content.reason : reason;
}

/** What is put in that could be more than it was taken for. */
function doubts(holes: readonly Hole[], { standIns }: Attempt): readonly string[] {
  return holes.flatMap(({ content }, index) => {
    if (standIns[index]?.isCertain ?? true) return [];
    return content.kind === "unknown" ? content.reason : "what is put in here is no value";
  });
}
