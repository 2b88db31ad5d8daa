import { childOf, childrenOf, identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import { rowOf, rowsOf } from "../rows.js";

/** An object of an entity's class: what `create` makes. */
export function madeRow(entity: Handle["entity"]): Value | null {
  return entity?.is === "entity" ? rowOf(entity) : null;
}

/** A statement that gives one row of an entity, or a list of them. */
export function givingRows(handle: Handle, entity: Handle["entity"], kind: "one" | "many"): Handle {
  const row = madeRow(entity);
  const rows = kind === "many" ? rowsOf(row, handle.adapter) : null;
  if (!row) return handle;
  return { ...handle, memory: { ...handle.memory, row, ...(rows ? { rows } : {}) } };
}

/** What a statement gives that is awaited. */
export function givenRows({ memory }: Handle): Value | null {
  return memory.rows ?? memory.row ?? null;
}

/** The entity of a row, or of the rows in a list, by its class or the type of a name. */
export function rowEntity(place: Place, analysis: Analysis): Entity | null {
  const entity = entityOfRow(analysis.evaluate(place), analysis);
  const element = entity ? null : elementType(place);
  return entity ?? (element && entityOfRow(analysis.evaluateType(element), analysis));
}

function entityOfRow(value: Value | null, analysis: Analysis): Entity | null {
  if (value?.is === "entity") return value;
  if (value?.is === "handle") return entityOfRow(value.memory.row ?? null, analysis);
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
