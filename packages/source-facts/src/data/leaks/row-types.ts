import { childOf, stringValue } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { belongsTo } from "../evaluate/evaluate-call.js";
import { evaluateQueried, qualifiedName } from "../evaluate/evaluate-type.js";
import type { Place } from "../values/place.js";
import type { Entity, External } from "../values/value.js";

/** The entity whose rows a type of a library describes. A client may be generated to any path. */
export function entityOfLibraryType(
  what: External,
  types: readonly Place[],
  analysis: Analysis,
): Entity | null {
  for (const adapter of analysis.adapters) {
    const isIts = belongsTo(what, adapter) || adapter.claims !== undefined;
    const entity = isIts ? adapter.rowType?.(what, types, analysis) : null;
    if (entity) return entity;
  }
  return null;
}

/** `typeof users.$inferSelect`, `(typeof users)["$inferSelect"]` */
export function entityOfQueriedType(place: Place, analysis: Analysis): Entity | null {
  const path = queriedPath(place.node);
  const key = path.at(-1);
  if (key === undefined) return null;
  const inferred = path.indexOf("_") > 0 ? path.indexOf("_") : path.length - 1;
  const value = evaluateQueried(path.slice(0, inferred), place, analysis);
  if (value?.is !== "entity") return null;
  const adapter = analysis.adapters.find(({ library }) => library === value.library);
  return adapter?.rowTypeKeys?.has(key) === true ? value : null;
}

/** `["users", "$inferSelect"]` */
function queriedPath(node: SyntaxNode): readonly string[] {
  if (node.type === "TSTypeQuery") {
    const named = childOf(node, "exprName");
    return named ? qualifiedName(named) : [];
  }
  const object = childOf(node, "objectType");
  const index = childOf(node, "indexType");
  const key = index && stringValue(childOf(index, "literal") ?? index);
  const inner = object && queriedPath(unwrapType(object));
  return inner && inner.length > 0 && key !== null ? [...inner, key] : [];
}

function unwrapType(node: SyntaxNode): SyntaxNode {
  const inner = node.type === "TSParenthesizedType" ? childOf(node, "typeAnnotation") : null;
  return inner ? unwrapType(inner) : node;
}
