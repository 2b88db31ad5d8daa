import type { CreateIndex } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { indexBody, indexKinds } from "./index-definition.js";

/** `CREATE UNIQUE INDEX …`; null for what creates something else. */
export function createIndex(reader: StatementReader): CreateIndex | null {
  const unique = reader.takes("unique");
  const kind = reader.takesOneOf(indexKinds);
  if (!reader.takes("index")) return null;
  const ifNotExists = reader.takes("if not exists");
  const { start } = reader;
  const name = reader.placedName("the name of the index");
  const definedAt = reader.placeFrom(start);
  const before = reader.takesOneOf(["using btree", "using hash", "using rtree"]);
  reader.expect("on");
  const table = reader.placedName("the name of the table");
  const body = indexBody(reader);
  takeExecution(reader);
  const written = kind ?? body.method ?? before?.replace("using ", "") ?? null;
  const method = written === "btree" ? null : written;
  const index = { name, unique, parts: body.parts, include: [], method, where: null, definedAt };
  return { kind: "create index", at: reader.at, table, index, ifNotExists };
}

/** `ALGORITHM = INPLACE LOCK = NONE`: how it is made, not what. */
export function takeExecution(reader: StatementReader): void {
  while (reader.takesOneOf(["algorithm", "lock", "wait", "nowait"])) {
    reader.takes("=");
    if (!reader.isAtEnd) reader.skip();
  }
}
