import { childOf, childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Handle, Parameter, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { rowEntity } from "../class-orm/row-entity.js";
import { handleOf } from "../query.js";
import { schemaEntity } from "./entity-schema.js";
import { mikroOrm } from "./mikro-orm.js";

/** What leads to a database without being about one entity. */
const clients = /(?:EntityManager|Connection|Driver)$|^(?:MikroORM|EventArgs|FlushEventArgs)$/u;

/** Types that are, for data, what they are of. */
const transparent =
  /^(?:Ref|Rel|Reference|IdentifiedReference|Loaded|LoadedReference|LazyRef|ScalarRef|Opt|Hidden|EntityDTO|EntityData|New|FromEntityType)$/u;

export function client(): Handle {
  return handleOf(mikroOrm, "client");
}

export function constructed(what: External, site: CallSite, analysis: Analysis): Value | null {
  const name = nameOf(what);
  if (name === "EntitySchema") return schemaEntity(site, analysis);
  if (name === "Collection") {
    const [type] = typeArguments(site.place);
    return collectionOf(type ? entityOfType(type, analysis) : null);
  }
  return clients.test(name) ? client() : null;
}

/** `MikroORM.init({ … })`, `defineEntity({ … })`, `wrap(user)` */
export function called(what: External, site: CallSite, analysis: Analysis): Value | null {
  if (givingClient.has(what.path.join("."))) return client();
  const [first] = site.args;
  switch (what.path.join(".")) {
    case "defineEntity":
      return schemaEntity(site, analysis);
    case "wrap":
      return first ? wrapped(first, analysis) : null;
    case "Reference.create":
      return first ? analysis.evaluate(first) : null;
    default:
      return null;
  }
}

const givingClient = new Set([
  ...["MikroORM.init", "MikroORM.initSync", "RequestContext.getEntityManager"],
]);

function wrapped(row: Place, analysis: Analysis): Handle {
  return { ...client(), role: "wrapped", entity: rowEntity(row, analysis) };
}

export function typed(what: External, [type]: readonly Place[], analysis: Analysis): Value | null {
  const name = nameOf(what);
  if (clients.test(name)) return client();
  if (transparent.test(name)) return type ? analysis.evaluateType(type) : null;
  const entity = type ? entityOfType(type, analysis) : null;
  if (name === "Collection" || name === "LoadedCollection") return collectionOf(entity);
  const role = name.endsWith("EntityRepository")
    ? "repository"
    : name.endsWith("QueryBuilder")
      ? "query"
      : null;
  return role === null ? null : { ...client(), role, entity };
}

function typeArguments(place: Place): readonly Place[] {
  const given = childOf(place.node, "typeArguments") ?? childOf(place.node, "typeParameters");
  return (given ? childrenOf(given, "params") : []).map((each) => at(place, each));
}

function collectionOf(entity: Entity | Parameter | null): Handle {
  return { ...client(), role: "collection", entity };
}

function entityOfType(type: Place, analysis: Analysis): Entity | Parameter | null {
  const value = analysis.evaluateType(type);
  if (value?.is === "entity" || value?.is === "parameter") return value;
  return value?.is === "instance" ? analysis.entityAt(value.class) : null;
}

function nameOf({ path }: External): string {
  return path.at(-1) ?? "";
}
