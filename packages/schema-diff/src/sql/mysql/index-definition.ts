import type { IndexPart } from "@domain-isolation/model";
import type { IndexDefinition, PlacedName } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";

/** What stands behind the name of an index, or of a key: its parts, and how it is kept. */
export interface IndexBody {
  readonly parts: readonly IndexPart[];
  /** Null for `BTREE`, the usual one. */
  readonly method: string | null;
}

/** `USING BTREE (a(10), (lower(b)) DESC) COMMENT 'why'` */
export function indexBody(reader: StatementReader): IndexBody {
  const before = takeMethod(reader);
  const parts = reader.list(() => indexPart(reader));
  return { parts, method: takeOptions(reader) ?? before };
}

/** The names of the columns; null where a part is more, or less, than a whole column. */
export function wholeColumns({ parts }: IndexBody): readonly string[] | null {
  const columns = parts.map(({ column, options }) => (options.startsWith("(") ? null : column));
  return columns.includes(null) ? null : columns.filter((column) => column !== null);
}

export const indexKinds = ["fulltext", "spatial", "vector"] as const;

/** All behind `FULLTEXT`, `INDEX` or `KEY` within a table: name, parts, options. */
export function indexDefinition(
  reader: StatementReader,
  kind: string | null,
  unique: boolean,
): IndexDefinition {
  const { start } = reader;
  const name = indexName(reader);
  const body = indexBody(reader);
  const definedAt = reader.placeFrom(start);
  const method = kind ?? body.method;
  return { name, unique, parts: body.parts, include: [], method, where: null, definedAt };
}

/** The name of an index, where one is written. */
export function indexName(reader: StatementReader): PlacedName | null {
  reader.takes("if not exists");
  if (reader.sees("(") || /^(?:using|type)$/u.test(reader.word())) return null;
  return reader.placedName("the name of an index");
}

function indexPart(reader: StatementReader): IndexPart {
  const { start } = reader;
  if (reader.sees("(")) {
    const expression = reader.expression().text;
    return { column: null, expression, options: takeOrder(reader) };
  }
  const column = reader.name("a column or an expression").name;
  const length = reader.sees("(") ? `(${reader.parenthesized().text})` : "";
  if (reader.end === start) reader.fail("a column");
  return { column, expression: null, options: `${length} ${takeOrder(reader)}`.trim() };
}

function takeOrder(reader: StatementReader): string {
  return reader.takesOneOf(["asc", "desc"]) ?? "";
}

function takeMethod(reader: StatementReader): string | null {
  if (!reader.takesOneOf(["using", "type"])) return null;
  const method = reader.name("a kind of index").name.toLowerCase();
  return method === "btree" ? null : method;
}

const valued = ["key_block_size", "engine_attribute", "secondary_engine_attribute", "comment"];

/** https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-options */
function takeOptions(reader: StatementReader): string | null {
  let method: string | null = null;
  for (;;) {
    if (reader.sees("using")) method = takeMethod(reader);
    else if (reader.takesOneOf(valued)) {
      reader.takes("=");
      reader.skip();
    } else if (reader.takes("with parser")) reader.name("a parser");
    else if (!reader.takesOneOf(["visible", "invisible", "ignored", "not ignored"])) return method;
  }
}
