import type { CreateView } from "../../changes/change.js";
import { definedQuery } from "../tokens/defined-query.js";
import type { StatementReader } from "../tokens/statement-reader.js";

/** All behind `CREATE VIEW`: https://www.sqlite.org/lang_createview.html */
export function createView(reader: StatementReader, temporary: boolean): CreateView {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the view");
  const named = reader.sees("(") ? reader.names("the name of a column") : null;
  reader.expect("as");
  const query = definedQuery(reader);
  const columns = named ?? query.columns;
  const view = { viewKind: "view", orReplace: false, ifNotExists, temporary } as const;
  return { kind: "create view", at: reader.at, name, ...view, query: { ...query, columns } };
}
