import type { Span, TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, NamedTable } from "../../values/value.js";
import type { Touch } from "../query.js";
import { textSpan } from "../text-span.js";
import { relationExpression, type RelationNode } from "./relation-expression.js";
import { isModelRelation } from "./relation-mappings.js";

interface Naming {
  readonly access: TableAccess;
  readonly place: Place;
  readonly span: Span | null;
}

const nothing: Touch = { tables: [], isGeneric: false, opaque: null };

/** The tables at the other end of a relation, and between. */
export function relationTouch(
  entity: Entity,
  name: string,
  naming: Naming,
): Touch & { readonly entity: Entity | null } {
  const relation = entity.relations().get(name);
  if (!relation) {
    const opaque = `\`${name}\` is no relation of \`${entity.name}\` that is known`;
    return { ...nothing, opaque, entity: null };
  }
  const { table, schema } = relation.fact;
  const { access, place, span } = naming;
  const common = { access, via: "relation", place, span } as const;
  const through = isModelRelation(relation) ? relation.through : null;
  const tables: readonly NamedTable[] = [
    { name: table, schema, entity: relation.entity, ...common },
    ...(through ? [{ ...through, entity: null, ...common }] : []),
  ];
  return { ...nothing, tables, entity: relation.entity };
}

/** `withGraphFetched("[pets, children.pets]")`, or the same as an object. */
export function expressionTouch(
  entity: Entity,
  argument: Place,
  access: TableAccess,
  analysis: Analysis,
): Touch {
  const text = analysis.constant(argument);
  if (text !== null) {
    const naming = (node: RelationNode) => ({
      access,
      place: argument,
      span: textSpan(argument, text, node),
    });
    return joined(relationExpression(text).map((node) => nodeTouch(entity, node, naming)));
  }
  const properties = analysis.properties(argument);
  if (!properties) return { ...nothing, opaque: unknownGraph };
  const touches = properties.entries
    .filter(({ key }) => !key.startsWith("$"))
    .map(({ key, name, value }) => {
      const touch = relationTouch(entity, key, { access, place: name, span: null });
      const below = touch.entity && analysis.properties(value) ? touch.entity : null;
      return joined([touch, ...(below ? [expressionTouch(below, value, access, analysis)] : [])]);
    });
  return joined([...touches, { ...nothing, opaque: properties.opaque }]);
}

function nodeTouch(
  entity: Entity,
  node: RelationNode,
  naming: (node: RelationNode) => Naming,
): Touch {
  const touch = relationTouch(entity, node.name, naming(node));
  const { entity: target } = touch;
  if (!target) return touch;
  return joined([touch, ...node.children.map((child) => nodeTouch(target, child, naming))]);
}

/** `insertGraph({ name, pets: [{ … }] })`: rows of relations are written with it. */
export function graphTouch(entity: Entity, graph: Place, analysis: Analysis): Touch {
  const items = analysis.elements(graph) ?? [graph];
  return joined(items.map((item) => objectTouch(entity, item, analysis)));
}

function objectTouch(entity: Entity, item: Place, analysis: Analysis): Touch {
  const properties = analysis.properties(item);
  if (entity.relations().size === 0) return nothing;
  if (!properties) return { ...nothing, opaque: unknownGraph };
  const touches = properties.entries
    .filter(({ key }) => entity.relations().has(key))
    .map(({ key, name, value }) => {
      const touch = relationTouch(entity, key, { access: "write", place: name, span: null });
      return touch.entity ? joined([touch, graphTouch(touch.entity, value, analysis)]) : touch;
    });
  return joined([...touches, { ...nothing, opaque: properties.opaque && unknownGraph }]);
}

/** `allowGraph` may still say it. */
export const unknownGraph = "the relations that it names are worked out when it runs";

function joined(touches: readonly Touch[]): Touch {
  return {
    tables: touches.flatMap(({ tables }) => tables),
    isGeneric: false,
    opaque: touches.find(({ opaque }) => opaque !== null)?.opaque ?? null,
  };
}
