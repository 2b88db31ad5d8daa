import type { NamedTable } from "../../grammar.js";
import { lexisOf } from "../../lexer/lexis.js";
import { findName, tokensFrom } from "../../lexer/names.js";
import { parsePlpgsql } from "../parse.js";
import { joinReadings, nothingRead, type BodyReading, type ReadStatement } from "./body-reading.js";
import { constantText } from "./constant-text.js";
import { plpgsqlExpressions, type PlpgsqlExpression } from "./plpgsql-expressions.js";

/**
 * What a function in PL/pgSQL touches. PostgreSQL's grammar takes it apart, but gives no more than
 * the line of a statement: its tables are looked for from there on.
 */
export function readPlpgsql(
  statement: string,
  body: string,
  readStatement: ReadStatement,
): BodyReading {
  const parsed = parsePlpgsql(statement);
  if (parsed.kind === "refused") {
    return { ...nothingRead, unread: [`a function's body can't be parsed: ${parsed.reason}`] };
  }
  const locate = createLocator(body);
  return joinReadings(
    plpgsqlExpressions(parsed.tree).map((expression) => {
      const sql = expression.isExecuted ? constantText(expression.sql) : expression.sql;
      if (sql === null) {
        return { ...nothingRead, unread: ["a function runs SQL that is worked out when it runs"] };
      }
      const reading = readStatement(sql);
      const tables = reading.tables.map((table) => locate(table, sql, expression));
      return { ...reading, tables };
    }),
  );
}

type Locate = (table: NamedTable, sql: string, expression: PlpgsqlExpression) => NamedTable;

function createLocator(body: string): Locate {
  const lines = [0];
  for (let at = body.indexOf("\n"); at >= 0; at = body.indexOf("\n", at + 1)) lines.push(at + 1);
  const ends = new Map<string, number>();
  return (table, sql, { line }) => {
    const from = lines[line - 1] ?? 0;
    const behind = wordBefore(sql, table.start);
    const key = JSON.stringify([line, behind, ...table.path]);
    const span =
      findName(body, table.path, [behind], ends.get(key) ?? from, lexisOf.postgresql) ??
      plainPlace(body, table.path.at(-1) ?? "", from);
    ends.set(key, span.end);
    return { ...table, ...span };
  };
}

function wordBefore(sql: string, offset: number): string {
  let before = "";
  for (const token of tokensFrom(sql, 0, lexisOf.postgresql)) {
    if (token.start >= offset) break;
    before = sql.slice(token.start, token.end).toLowerCase();
  }
  return before;
}

/** In SQL that is executed from a string. */
function plainPlace(body: string, name: string, from: number) {
  const start = Math.max(body.toLowerCase().indexOf(name.toLowerCase(), from), from);
  return { start, nameStart: start, end: start + name.length };
}
