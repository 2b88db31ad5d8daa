import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle, NamedTable, Value } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { handlePlace } from "../naming-place.js";
import { asQuery, handleOf, queryOf, tableOf } from "../query.js";
import { rowsOf } from "../rows.js";
import { accessorNames } from "./accessors.js";
import { isModelRelation, type ModelRelation } from "./associations.js";
import { addRelation, type Reading } from "./include.js";
import { entriesOf } from "./model-class.js";
import { isModel, type Model } from "./models.js";
import { associationVerbs, rowOperations, type AssociationVerb } from "./operations.js";
import { modelRow } from "./rows.js";
import { statementOf, transactionIn } from "./statement.js";

/** `user.save()`, `user.getOrders()`, `user.$get("orders")` */
export function calledOnRow(
  entity: Entity,
  site: CallSite,
  analysis: Analysis,
  adapter: Adapter,
): Value | null {
  if (!isModel(entity)) return null;
  const { method } = site;
  const handle = handleOf(adapter, "row", { entity });
  const operation = Object.hasOwn(rowOperations, method) ? rowOperations[method] : undefined;
  if (operation) return statementOf(handle, entity, operation, site, analysis);
  const asked = associationAsked(entity, site, analysis);
  return asked && associated(handle, entity, asked, site, analysis);
}

interface Asked {
  readonly verb: AssociationVerb;
  /** Null where it can't be told which. */
  readonly relation: ModelRelation | null;
  readonly place: Place;
}

function associationAsked(model: Model, site: CallSite, analysis: Analysis): Asked | null {
  const { method, args, name } = site;
  const found = /^(\$?)([a-z]+)(.*)$/u.exec(method);
  const verb = associationVerbs.find((each) => each === found?.[2]);
  const [, dollar, , rest = ""] = found ?? [];
  if (!verb) return null;
  if (dollar === "$") {
    const [first] = args;
    const alias = first ? analysis.constant(first) : null;
    return { verb, relation: alias === null ? null : related(model, alias), place: first ?? name };
  }
  const relation = related(model, rest);
  return relation ? { verb, relation, place: name } : null;
}

/** By its name, or as it stands behind the verb of an accessor. */
function related(model: Model, name: string): ModelRelation | null {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const relations = [...model.relations().values()].filter(isModelRelation);
  return (
    relations.find(({ fact }) => fact.property === name) ??
    relations.find((each) => accessorNames(each).has(capital)) ??
    null
  );
}

function associated(
  handle: Handle,
  model: Model,
  { verb, relation, place }: Asked,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const own = tableOf(model, "write", "direct", handlePlace(handle, site, analysis));
  const opaque = relation ? null : `no such association of \`${model.name}\` is known`;
  const tables = relation ? tablesOf(verb, relation, place, own, analysis) : [];
  const query = queryOf(site.place, site.method, { tables, opaque, isDone: true });
  const entries = site.args.flatMap((each) => entriesOf(each, analysis));
  const transaction = transactionIn(entries, analysis);
  const row = relation?.entity ? modelRow(relation.entity, handle.adapter) : null;
  const isList = verb === "get" && relation?.isMany === true;
  const rows = isList ? rowsOf(row, handle.adapter) : row;
  const gives = verb === "get" || verb === "create";
  return { ...asQuery(handle, query), transaction, memory: rows && gives ? { rows } : {} };
}

/** The key stands in this table, in the other one, or in one between them. */
function tablesOf(
  verb: AssociationVerb,
  relation: ModelRelation,
  place: Place,
  own: NamedTable,
  analysis: Analysis,
): readonly NamedTable[] {
  const { entity, through, holdsKey } = relation;
  const isRead = verb === "get" || verb === "count" || verb === "has";
  const touched = (access: TableAccess, what: Pick<ModelRelation, "entity" | "through">) => {
    const reading: Reading = { analysis, access, tables: [], named: null, opaque: null, depth: 0 };
    addRelation(what, place, reading);
    return reading.tables;
  };
  if (isRead) return touched("read", relation);
  if (verb === "create") return [...touched("write", relation), ...(holdsKey ? [own] : [])];
  if (holdsKey) return [own];
  return through
    ? touched("write", { entity: null, through })
    : touched("write", { entity, through: null });
}
