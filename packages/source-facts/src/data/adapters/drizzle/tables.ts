import { spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import type { Place } from "../../values/place.js";
import type { Entity, External, RelationTarget, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { madeName } from "../made-name.js";
import { tableReferences } from "./references.js";
import { tableRelations } from "./relations.js";

/** https://orm.drizzle.team/docs/sql-schema-declaration, and views: https://orm.drizzle.team/docs/views */
const makers =
  /^(?:(?:pg|sqlite|mysql|singlestore|gel)(?:Table|View|MaterializedView)|view|materializedView)$/u;
const creators = /^(?:pg|sqlite|mysql|singlestore|gel)TableCreator$/u;
const schemas = /^(?:(?:pg|mysql|singlestore|gel)Schema|mysqlDatabase)$/u;

/** What makes a table of a schema: `billing.table("invoices", …)`. */
const schemaMakers = new Set(["table", "view", "materializedView"]);
const aliases = new Set(["alias", "aliasedTable"]);

/** What follows the call that makes a table, or a view, and gives it again. */
const again = new Set(["as", "existing", "with", "withNoData", "using", "tablespace", "enableRLS"]);

/** A table, a view, or what makes tables: a schema, a creator. */
export function madeTable(what: External, site: CallSite, analysis: Analysis): Value | null {
  const [root = ""] = what.path;
  const name = what.path.at(-1) ?? "";
  if (what.call) return madeByCall(what.call, root, name, what, site, analysis);
  if (creators.test(name) || schemas.test(name)) return { ...what, call: site };
  if (makers.test(name)) return tableEntity(firstText(site, analysis), null, site, analysis);
  const [first] = site.args;
  return aliases.has(name) && first ? analysis.entity(first) : null;
}

function madeByCall(
  call: CallSite,
  root: string,
  name: string,
  { path }: External,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  if (schemas.test(root) && schemaMakers.has(name)) {
    return tableEntity(firstText(site, analysis), firstText(call, analysis), site, analysis);
  }
  if (!creators.test(root) || path.length > 1) return null;
  return tableEntity(createdName(call, site, analysis), null, site, analysis);
}

/** The name that a creator's function makes of the one that is written. */
function createdName(creator: CallSite, site: CallSite, analysis: Analysis): string | null {
  const [argument] = creator.args;
  const rename = argument && analysis.evaluate(argument);
  const named = rename?.is === "function" ? callFunction(rename, site, analysis) : null;
  const name = named?.is === "text" ? analysis.constant(named.place) : null;
  return name ?? firstText(site, analysis);
}

function firstText({ args: [first] }: CallSite, analysis: Analysis): string | null {
  return first ? analysis.constant(first) : null;
}

function tableEntity(
  table: string | null,
  schema: string | null,
  site: CallSite,
  analysis: Analysis,
): Entity | null {
  if (table === null) return null;
  const { place } = site;
  const made = madeName(place);
  const entity: Entity = {
    is: "entity",
    library: "drizzle",
    name: made?.name ?? table,
    table,
    schema,
    file: place.module.file,
    span: made?.span ?? spanOf(place.node),
    place,
    relations: () => allRelations(entity, site, analysis),
  };
  return entity;
}

/**
 * What is declared of it, and its foreign keys. Where another file declares a relation, the table's
 * name leads there.
 */
function allRelations(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
): ReadonlyMap<string, RelationTarget> {
  const keys = tableReferences(site, analysis).map((each) => [keyOf(each), each] as const);
  const declared = [...tableRelations(entity, analysis)].map(([property, relation]) => {
    const { span } = relation.file === entity.file ? relation.fact : entity;
    return [property, { ...relation, fact: { ...relation.fact, span } }] as const;
  });
  return new Map<string, RelationTarget>([...keys, ...declared]);
}

/** No relation can be called so. */
function keyOf({ fact: { property, span } }: RelationTarget): string {
  return `${property} at ${String(span.start)}`;
}

/** `pgView("active").as(…)` */
export function tableMethod(entity: Entity, { method }: CallSite): Value | null {
  return again.has(method) ? entity : null;
}

/** The table that an expression names; none of another library. */
export function tableAt(place: Place, analysis: Analysis): Entity | null {
  const entity = analysis.entity(place);
  return entity?.is === "entity" && entity.library === "drizzle" ? entity : null;
}
