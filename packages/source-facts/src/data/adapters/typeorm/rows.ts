import { childOf, childrenOf, identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, Instance, Value } from "../../values/value.js";

/** An object of an entity's class: what `create`, or a query, gives. */
export function rowOf(entity: Handle["entity"]): Instance | null {
  const cls = entity?.is === "entity" ? entity.place : null;
  return cls?.node.type.startsWith("Class")
    ? { is: "instance", class: cls, args: [], types: new Map() }
    : null;
}

/** A statement that gives rows of an entity. */
export function withRows(handle: Handle, entity: Handle["entity"]): Handle {
  const row = rowOf(entity);
  return row ? { ...handle, memory: { ...handle.memory, row } } : handle;
}

/** The entity of a row, or of the rows in a list, by its class or the type of a name. */
export function rowEntity(place: Place, analysis: Analysis): Entity | null {
  const entity = entityOfRow(analysis.evaluate(place), analysis);
  const element = entity ? null : elementType(place);
  return entity ?? (element && entityOfRow(analysis.evaluateType(element), analysis));
}

function entityOfRow(value: Value | null, analysis: Analysis): Entity | null {
  if (value?.is === "entity") return value;
  return value?.is === "instance" ? analysis.entityAt(value.class) : null;
}

/** `User` of `users: User[]` */
function elementType(place: Place): Place | null {
  const [declaration] = lookUp(identifierName(unwrap(place.node)) ?? "", place.scope);
  if (!declaration) return null;
  const annotation = childOf(childOf(declaration.node, "id") ?? declaration.node, "typeAnnotation");
  const type = annotation && childOf(annotation, "typeAnnotation");
  const element = type && elementOf(type);
  return element ? at({ ...place, scope: declaration.scope }, element) : null;
}

function elementOf(type: SyntaxNode): SyntaxNode | null {
  if (type.type === "TSArrayType") return childOf(type, "elementType");
  if (type.type === "TSTypeOperator") {
    const inner = childOf(type, "typeAnnotation");
    return inner && elementOf(inner);
  }
  const isArray = /^(?:Readonly)?Array$/u.test(identifierName(childOf(type, "typeName")) ?? "");
  const given = childOf(type, "typeArguments") ?? childOf(type, "typeParameters");
  return isArray && given ? (childrenOf(given, "params")[0] ?? null) : null;
}
