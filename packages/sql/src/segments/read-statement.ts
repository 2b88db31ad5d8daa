import type { Grammar } from "../grammar.js";
import type { Statement } from "../lexer/statements.js";
import { spelled } from "../lexer/token.js";
import type { SqlDialect, SqlSegment, SqlTable } from "../sql-reading.js";
import { findHoles } from "./find-holes.js";
import { withoutHiddenQueries } from "./hidden-queries.js";
import type { Hole } from "./hole.js";
import { parseWithHoles, type Attempt } from "./parse-with-holes.js";
import { placeTable } from "./place-table.js";
import type { Source } from "./source.js";
import { standInNames, standInsFor } from "./stand-in.js";

export interface StatementResult {
  readonly operation: string;
  readonly tables: readonly SqlTable[];
  /** The temporary tables that it makes, which are not among `tables`. */
  readonly temporary: readonly string[];
  /** Why all of it can't be parsed. */
  readonly refusal: string | null;
  /** Clauses that say what of it can't be read. */
  readonly unread: readonly string[];
}

const nothingRead: StatementResult = {
  operation: "other",
  tables: [],
  temporary: [],
  refusal: null,
  unread: [],
};

export interface SqlText {
  readonly source: Source;
  readonly segments: readonly SqlSegment[];
  readonly dialect: SqlDialect;
  readonly grammar: Grammar;
}

export function readStatement(statement: Statement, sql: SqlText): StatementResult {
  const { source, segments, dialect, grammar } = sql;
  const { text } = source;
  const holes = findHoles(statement, source, segments, dialect);
  const choices = holes.map((hole, index) => standInsFor(hole, index, statement, text, dialect));
  const attempt = parseWithHoles({ statement, text, holes, choices, grammar });
  const { parsed, rewritten } = attempt;
  if (parsed.kind === "refused") {
    const operation = grammar.operationWithoutTables(spelled(statement.tokens[0], text));
    const why = operation === null ? whyRefused(parsed, attempt, holes) : {};
    return { ...nothingRead, operation: operation ?? "other", ...why };
  }
  const reading = grammar.read(parsed.tree, rewritten.text);
  const tables = withoutHiddenQueries(reading.tables, statement, holes, attempt, text);
  const placed = tables.map((table) => placeTable(table, rewritten, holes, sql));
  return {
    operation: reading.operation,
    refusal: null,
    temporary: reading.temporary,
    tables: placed.flatMap(({ table }) => table ?? []),
    unread: [
      ...doubts(holes, attempt),
      ...placed.flatMap(({ unread }) => unread ?? []),
      ...reading.unread.map(withoutStandIns),
    ],
  };
}

/** A clause of the grammar may repeat the name of what stood for a hole. */
function withoutStandIns(clause: string): string {
  return clause.search(standInNames) < 0 ? clause : "the table's name is worked out when it runs";
}

function whyRefused(
  { reason, offset }: { readonly reason: string; readonly offset: number },
  { rewritten }: Attempt,
  holes: readonly Hole[],
): Pick<StatementResult, "refusal" | "unread"> {
  const reasons = holes.flatMap(({ content, start }) =>
    content.kind === "unknown" && rewritten.newOffset(start) <= offset ? content.reason : [],
  );
  if (reasons.length > 0) return { refusal: null, unread: reasons };
  return { refusal: reason.replaceAll(standInNames, "…"), unread: [] };
}

/** What is put in that could be more than it was taken for. */
function doubts(holes: readonly Hole[], { standIns }: Attempt): readonly string[] {
  return holes.flatMap(({ content }, index) => {
    if (standIns[index]?.isCertain ?? true) return [];
    return "reason" in content ? content.reason : "a part of it is worked out when it runs";
  });
}
