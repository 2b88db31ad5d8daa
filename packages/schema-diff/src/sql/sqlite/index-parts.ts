import type { IndexPart } from "@domain-isolation/model";
import { UnreadableStatement, type StatementReader } from "../tokens/statement-reader.js";

/** `(a, lower(b) COLLATE nocase DESC)`: https://www.sqlite.org/syntax/indexed-column.html */
export function indexParts(reader: StatementReader): readonly IndexPart[] {
  return reader.list(() => indexPart(reader));
}

function indexPart(reader: StatementReader): IndexPart {
  const column = soleName(reader);
  if (column !== null) return { column, expression: null, options: options(reader) };
  const expression = reader.upTo(() => reader.sees(",") || isOrder(reader));
  if (expression.text === "") reader.fail("a column or an expression");
  reader.expressions.push(expression);
  return { column: null, expression: expression.text, options: options(reader) };
}

/** The columns of a key, which knows no expressions. `counted` is one of them: `AUTOINCREMENT`. */
export function keyColumns(reader: StatementReader): {
  readonly columns: readonly string[];
  readonly counted: string | null;
} {
  let counted: string | null = null;
  const columns = reader.list(() => {
    const where = reader.placeOf(reader.start);
    const { column } = indexPart(reader);
    if (column === null) {
      throw new UnreadableStatement(`a key is of columns, not of expressions (at ${where})`);
    }
    if (reader.takes("autoincrement")) counted = column;
    return column;
  });
  return { columns, counted };
}

/** A name with nothing behind it that makes it an expression. */
function soleName(reader: StatementReader): string | null {
  const next = reader.word(1);
  const isSole = [",", ")", "asc", "desc", "nulls", "collate", "autoincrement"].includes(next);
  return isSole ? (reader.takesName()?.name ?? null) : null;
}

function isOrder(reader: StatementReader): boolean {
  return ["asc", "desc", "nulls", "collate"].includes(reader.word());
}

/** `COLLATE nocase DESC`, in lower case. */
function options(reader: StatementReader): string {
  const { start } = reader;
  while (isOrder(reader) || reader.sees("first") || reader.sees("last")) {
    if (reader.takes("collate")) reader.name("a collation");
    else reader.skip();
  }
  return reader.end > start ? reader.stretchFrom(start).text.toLowerCase() : "";
}
