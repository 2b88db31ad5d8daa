import type { Change, CreateView } from "../../changes/change.js";
import { placeOf } from "../source-code/names.js";
import { opaque, type Receiver } from "../source-code/run.js";
import { textsOf } from "../source-code/literals.js";
import { queryTables } from "./query-tables.js";
import { nameOf, unnamed, type SchemaCall } from "./schema-calls.js";

/** `createView(name, (view) => { view.columns([…]); view.as(knex("users").select("id")) })` */
export function createView(
  call: SchemaCall,
  viewKind: CreateView["viewKind"],
  orReplace: boolean,
): readonly Change[] {
  const { run, step, args } = call;
  const name = nameOf(call);
  if (!name) return [unnamed(call)];
  const query = { text: "", reads: [] as CreateView["query"]["reads"], isRead: false };
  const columns: string[] = [];
  const receiver: Receiver = {
    lazy: false,
    read: ({ steps: [first] }) => {
      const [given] = first?.args ?? [];
      if (first?.name === "columns") columns.push(...(textsOf(given, run.analysis) ?? []));
      if (first?.name !== "as" || !given) return [];
      const tables = queryTables(given, run);
      Object.assign(query, { text: tables.text, reads: tables.reads, isRead: tables.isWhole });
      return [];
    },
  };
  const callback = args.at(-1);
  if (callback) run.call(callback, [receiver]);
  const at = placeOf(step.place);
  const made: CreateView = {
    kind: "create view",
    at,
    name,
    viewKind,
    orReplace,
    ifNotExists: false,
    temporary: false,
    query: { text: query.text, reads: query.reads, columns: columns.length > 0 ? columns : null },
  };
  return query.isRead
    ? [made]
    : [
        made,
        opaque(step.place, "of the query of a view it can't be told whether it reads more tables"),
      ];
}
