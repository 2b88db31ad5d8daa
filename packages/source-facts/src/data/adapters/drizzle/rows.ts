import { childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Handle, Query } from "../../values/value.js";
import { calledMethods } from "../called-methods.js";
import { relationalMethods } from "./relational.js";

/** Types of rows that are inferred: https://orm.drizzle.team/docs/goodies#type-api */
export const rowTypeKeys: ReadonlySet<string> = new Set(["$inferSelect", "inferSelect"]);

/** The table whose rows a statement gives, none of its columns being named. */
export function rows({ query, entity }: Handle, place: Place, analysis: Analysis): Entity | null {
  if (!query) return null;
  const args = childrenOf(query.root.node, "arguments").map((each) => at(query.root, each));
  if (relationalMethods.has(query.operation)) {
    return entity?.is === "entity" && !namesColumns(args[0], analysis) ? entity : null;
  }
  if (/^select(?:Distinct)?$/u.test(query.operation)) {
    return args[0] ? selected(args[0], analysis) : firstTable(query, "read");
  }
  const returning = calledMethods(place.node).find(({ method }) => method === "returning");
  return returning?.args.length === 0 ? firstTable(query, "write") : null;
}

function namesColumns(options: Place | undefined, analysis: Analysis): boolean {
  const properties = options && analysis.properties(options);
  return properties?.entries.some(({ key }) => key === "columns") ?? options !== undefined;
}

/** `select({ user: users })`: a whole table among the columns. */
function selected(columns: Place, analysis: Analysis): Entity | null {
  for (const { value } of analysis.properties(columns)?.entries ?? []) {
    const entity = analysis.entity(value);
    if (entity?.is === "entity") return entity;
  }
  return null;
}

function firstTable({ tables }: Query, access: "read" | "write"): Entity | null {
  return tables.find((table) => table.access === access && table.via === "direct")?.entity ?? null;
}

/** `InferSelectModel<typeof users>` */
export function rowType(
  { path }: External,
  [table]: readonly Place[],
  analysis: Analysis,
): Entity | null {
  if (!/^Infer(?:Select)?Model$/u.test(path.at(-1) ?? "") || !table) return null;
  const value = analysis.evaluateType(table);
  return value?.is === "entity" ? value : null;
}
