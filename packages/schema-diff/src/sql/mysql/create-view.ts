import type { CreateView } from "../../changes/change.js";
import { definedQuery } from "../tokens/defined-query.js";
import type { StatementReader } from "../tokens/statement-reader.js";

/** All behind `VIEW`: https://dev.mysql.com/doc/refman/8.4/en/create-view.html */
export function createView(reader: StatementReader, orReplace: boolean): CreateView {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the view");
  const named = reader.sees("(") ? reader.names("the name of a column") : null;
  reader.expect("as");
  const query = definedQuery(reader, checkOptions);
  reader.takesOneOf(checkOptions);
  const view = { viewKind: "view", orReplace, ifNotExists, temporary: false } as const;
  const columns = named ?? query.columns;
  return { kind: "create view", at: reader.at, name, ...view, query: { ...query, columns } };
}

const checkOptions = [
  ...["with cascaded check option", "with local check option", "with check option"],
];
