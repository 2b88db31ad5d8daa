import { childOf, childrenOf, stringValue } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { evaluateQueried, qualifiedName } from "./evaluate-type.js";

/** `Context["db"]`, `Parameters<Parameters<Client["transaction"]>[0]>[0]` */
export function evaluateIndexed(place: Place, analysis: Analysis): Value | null {
  const object = childOf(place.node, "objectType");
  if (!object) return null;
  const key = indexedKey(place.node);
  if (key !== null) return analysis.member(analysis.evaluateType(at(place, object)), key, place);
  return callbackParameter(at(place, object), analysis);
}

/** `key` of `T["key"]` */
function indexedKey(node: SyntaxNode): string | null {
  const index = childOf(node, "indexType");
  return index && stringValue(childOf(index, "literal") ?? index);
}

/** In `<>`: some parsers call them parameters. */
function typeArguments(node: SyntaxNode): readonly SyntaxNode[] {
  const given = childOf(node, "typeArguments") ?? childOf(node, "typeParameters");
  return given ? childrenOf(given, "params") : [];
}

/** What a method hands to its callback, of whichever call. */
function callbackParameter(place: Place, analysis: Analysis): Value | null {
  const named = methodOf(at(place, innermost(place.node)), analysis);
  if (named?.object?.is !== "handle") return null;
  const { object: handle, method } = named;
  const site = { place, method, name: place, args: [], template: null };
  const callback = { argument: 0, parameter: 0 };
  const handed = handle.adapter.handed?.(handle, site, callback, analysis) ?? null;
  return handed?.is === "handle" ? { ...handed, transaction: null } : handed;
}

/** The method stands innermost. */
function innermost(type: SyntaxNode): SyntaxNode {
  let node = type;
  while (indexedKey(node) === null && node.type !== "TSTypeQuery") {
    const inner: SyntaxNode | null = typeArguments(node)[0] ?? childOf(node, "objectType");
    if (!inner) break;
    node = inner;
  }
  return node;
}

interface TypedMethod {
  readonly object: Value | null;
  readonly method: string;
}

/** `Client["transaction"]`, `typeof db.transaction` */
function methodOf(place: Place, analysis: Analysis): TypedMethod | null {
  if (place.node.type === "TSTypeQuery") {
    const named = childOf(place.node, "exprName");
    const path = named ? qualifiedName(named) : [];
    const method = path.at(-1);
    if (method === undefined) return null;
    return { object: evaluateQueried(path.slice(0, -1), place, analysis), method };
  }
  const object = childOf(place.node, "objectType");
  const method = indexedKey(place.node);
  if (!object || method === null) return null;
  return { object: analysis.evaluateType(at(place, object)), method };
}
