import type { CreateIndex } from "../../changes/change.js";
import { placeIn } from "../sql-text.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { indexParts } from "./index-parts.js";

/** All behind `CREATE INDEX`: https://www.sqlite.org/lang_createindex.html */
export function createIndex(reader: StatementReader, unique: boolean): CreateIndex {
  const ifNotExists = reader.takes("if not exists");
  const { start } = reader;
  const name = reader.placedName("the name of the index");
  const definedAt = placeIn(reader.sql, start, reader.end);
  reader.expect("on");
  const table = reader.placedName("the name of the table");
  const parts = indexParts(reader);
  const where = reader.takes("where") ? condition(reader) : null;
  const index = { name, unique, parts, include: [], method: null, where, definedAt };
  return { kind: "create index", at: reader.at, table, index, ifNotExists };
}

function condition(reader: StatementReader): string {
  const stretch = reader.upTo(() => false);
  if (stretch.text === "") reader.fail("a condition");
  reader.expressions.push(stretch);
  return stretch.text;
}
