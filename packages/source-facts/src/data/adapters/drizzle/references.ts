import type { EntityRelation } from "@domain-isolation/model";
import { childOf, childrenOf, spanOf, unwrap } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { tableAt } from "./tables.js";

/**
 * Where the foreign keys of a table lead that is made by a call: `references(() => users.id)` of a
 * column, and `foreignKey({ columns, foreignColumns })` besides:
 * https://orm.drizzle.team/docs/indexes-constraints#foreign-key
 */
export function tableReferences(
  { args: [, columns, constraints] }: CallSite,
  analysis: Analysis,
): readonly RelationTarget[] {
  return [
    ...(columns ? columnReferences(columns, analysis) : []),
    ...(constraints ? foreignKeys(constraints, analysis) : []),
  ];
}

function columnReferences(columns: Place, analysis: Analysis): readonly RelationTarget[] {
  const made = analysis.evaluate(columns);
  const object =
    made?.is === "function"
      ? callFunction(made, { ...callSite(columns), args: [] }, analysis)
      : made;
  if (object?.is !== "object") return [];
  return (analysis.properties(object.place)?.entries ?? []).flatMap(({ key, name, value }) => {
    const column = referenced(value);
    const entity = column && tableOfColumn(column, analysis);
    return entity ? [relationOf(key, name, entity)] : [];
  });
}

/** `users.id` of `uuid().notNull().references((): AnyPgColumn => users.id)` */
function referenced(column: Place): Place | null {
  for (let node = unwrap(column.node); node?.type === "CallExpression";) {
    const { method, args, receiver } = callSite(at(column, node));
    const [target] = method === "references" ? args : [];
    const body = target && unwrap(childOf(target.node, "body"));
    if (target && body) return { ...target, node: body, scope: target.module.scopeIn(target.node) };
    node = receiver && unwrap(receiver.node);
  }
  return null;
}

/** The table before the dot. */
function tableOfColumn(column: Place, analysis: Analysis): Entity | null {
  const object = unwrap(childOf(unwrap(column.node) ?? column.node, "object"));
  return object && tableAt(at(column, object), analysis);
}

function foreignKeys(constraints: Place, analysis: Analysis): readonly RelationTarget[] {
  const { module, node } = constraints;
  return module.calls
    .filter((call) => contains(node, call.node) && isForeignKey(call.node))
    .flatMap((call) => {
      const place: Place = { ...constraints, node: call.node, scope: call.scope };
      const [options] = callSite(place).args;
      const entries = (options && analysis.properties(options)?.entries) ?? [];
      const target = entries.find(({ key }) => key === "foreignColumns");
      const [column] = (target && analysis.elements(target.value)) ?? [];
      const entity = column ? tableOfColumn(column, analysis) : null;
      return target && entity ? [relationOf(target.key, target.name, entity)] : [];
    });
}

function isForeignKey(call: SyntaxNode): boolean {
  const callee = unwrap(childOf(call, "callee"));
  const name = callee?.type === "MemberExpression" ? childOf(callee, "property") : callee;
  return name?.name === "foreignKey" && childrenOf(call, "arguments").length === 1;
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.start <= b.start && b.end <= a.end;
}

function relationOf(property: string, { node }: Place, entity: Entity): RelationTarget {
  const { table, schema, name } = entity;
  const fact: EntityRelation = { property, table, schema, entity: name, span: spanOf(node) };
  return { entity, holdsKey: true, fact };
}
