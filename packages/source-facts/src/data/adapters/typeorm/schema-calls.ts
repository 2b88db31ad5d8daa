import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf } from "../query.js";
import { namedTouch } from "./named-table.js";

const verbs = ["create", "drop", "add", "rename", "change"];
const objects = [
  ...["Table", "Column", "PrimaryKey", "UniqueConstraint", "CheckConstraint"],
  ...["ExclusionConstraint", "ForeignKey", "Index", "View"],
];

/** Methods of a query runner that change the table of their first argument: https://typeorm.io/docs/migrations/api */
export const defining: ReadonlySet<string> = new Set([
  ...verbs.flatMap((verb) => objects.flatMap((what) => [`${verb}${what}`, `${verb}${what}s`])),
  ...["createIndices", "dropIndices", "clearTable", "changeTableComment", "updatePrimaryKeys"],
]);

/** `runner.createTable(new Table({ name: "users" }))`, `runner.addColumn("users", …)` */
export function definition(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const [table] = site.args;
  if (!table) return null;
  const named = tableName(table, analysis);
  const query = queryOf(site.place, site.method, { isDone: true });
  return asQuery(handle, added(query, namedTouch(named, "write", "direct", analysis)), handle.role);
}

/** The name of `new Table({ name })`, or the one that is written. */
function tableName(place: Place, analysis: Analysis): Place {
  const value = analysis.evaluate(place);
  const options = value?.is === "external" ? value.call?.args[0] : undefined;
  const entries = (options && analysis.properties(options)?.entries) ?? [];
  return entries.find(({ key }) => key === "name")?.value ?? place;
}
