import { childOf, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import type { DeclaredRelation } from "../class-orm/declared-relation.js";
import { rowEntity } from "../class-orm/row-entity.js";
import { handlePlace } from "../naming-place.js";
import { asQuery, queryOf, tableOf } from "../query.js";
import { pivotName } from "./naming.js";
import { collectionOperations } from "./operations.js";
import { declaredRelations } from "./relations.js";

/** `author.books.init()`, `user.roles.add(admin)`: https://mikro-orm.io/docs/collections */
export function invokeCollection(
  handle: Handle,
  site: CallSite,
  analysis: Analysis,
): Handle | null {
  const { method, place } = site;
  const access = Object.hasOwn(collectionOperations, method)
    ? collectionOperations[method]
    : undefined;
  const { entity } = handle;
  if (!access || entity?.is !== "entity") return null;
  const name = handlePlace(handle, site, analysis);
  const table =
    access === "write"
      ? changedTable(site, name, analysis)
      : tableOf(entity, access, "relation", name);
  return (
    table && asQuery(handle, queryOf(place, method, { tables: [table], isDone: true }), "sent")
  );
}

/** Which rows belong to it stands in a table between the two, or in theirs. */
function changedTable(site: CallSite, name: Place, analysis: Analysis): NamedTable | null {
  const { own, property } = ownerOf(site, analysis) ?? {};
  if (!own) return null;
  const relation = declaredBy(own, analysis).find((each) => each.property === property);
  if (!relation) return null;
  const pivot = pivotOf(own, relation, analysis) ?? inversePivot(own, relation, analysis);
  if (pivot === null) return tableOf(relation.entity, "write", "relation", name);
  const { schema } = own;
  const named = { name: pivot, schema, entity: null, place: name, span: null };
  return { ...named, access: "write", via: "relation" };
}

/** `author`, and `books`, of `author.books.add(…)` */
function ownerOf({ place }: CallSite, analysis: Analysis) {
  const { receiver } = callSite(place);
  const member = receiver && unwrap(receiver.node);
  const object = member?.type === "MemberExpression" ? childOf(member, "object") : null;
  if (!member || !object) return null;
  const own = rowEntity(at(place, object), analysis);
  return own && { own, property: keyName(member, "property") };
}

function declaredBy({ place }: Entity, analysis: Analysis): readonly DeclaredRelation[] {
  return place?.node.type.startsWith("Class") ? declaredRelations(place, analysis) : [];
}

function pivotOf(
  own: Entity,
  { property, junction }: DeclaredRelation,
  analysis: Analysis,
): string | null {
  return junction && pivotName(own.table, property, junction.name, analysis);
}

/** The other side makes it. */
function inversePivot(
  own: Entity,
  { entity }: DeclaredRelation,
  analysis: Analysis,
): string | null {
  const owning = declaredBy(entity, analysis).find(
    (each) => each.junction && each.entity.table === own.table,
  );
  return owning ? pivotOf(entity, owning, analysis) : null;
}
