import { spanOf } from "@domain-isolation/source-facts";
import type { Change, CreateView, PlacedName } from "../../changes/change.js";
import { chainOf } from "../source-code/chain.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import { textsOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { opaque } from "../source-code/run.js";
import { sentText } from "../source-code/sent-text.js";
import { tableOf } from "./client.js";
import { argumentOf, says, type SchemaCall } from "./schema-calls.js";

/** `createView(name).as(db.selectFrom("user").selectAll())`, or of SQL. */
export function createView(call: SchemaCall): readonly Change[] {
  const { begun, name, rest, run } = call;
  const query = argumentOf(call, "as");
  const reads = query ? readBy(call, query) : null;
  const { start, end } = spanOf(query?.node ?? begun.place.node);
  const made: CreateView = {
    kind: "create view",
    at: placeOf(begun.place),
    name,
    viewKind: says(rest, "materialized") ? "materialized" : "view",
    orReplace: says(rest, "orReplace"),
    ifNotExists: says(rest, "ifNotExists"),
    temporary: says(rest, "temporary"),
    query: {
      text: begun.place.module.source.text.slice(start, end),
      reads: reads ?? [],
      columns: textsOf(argumentOf(call, "columns"), run.analysis),
    },
  };
  return reads
    ? [made]
    : [made, opaque(begun.place, "the query of a view is known only when it runs")];
}

const reading = /^(?:selectFrom|from|(?:inner|left|right|full|cross)?Join)$/iu;

function readBy(
  { run }: SchemaCall,
  query: NonNullable<ReturnType<typeof argumentOf>>,
): readonly PlacedName[] | null {
  if (sentText(query, run).isTagged)
    return sentChanges(query, run).flatMap((each) =>
      each.kind === "change rows" ? each.reads : [],
    );
  const { steps } = chainOf(query, run.analysis);
  const named = steps.filter(({ name, args }) => args && reading.test(name));
  const tables = named.map(({ args }) => (args?.[0] ? tableOf(args[0], run) : null));
  return tables.length === 0 || tables.includes(null)
    ? null
    : tables.filter((each) => each !== null);
}
