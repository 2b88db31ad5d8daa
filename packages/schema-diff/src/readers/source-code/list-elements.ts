import {
  at,
  childOf,
  childrenOf,
  identifierName,
  keyName,
  unwrap,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import { originOf } from "./origin.js";

/** The elements of a list that is written out, also of the keys and values of an object. */
export function listElements(place: Place, analysis: Analysis): readonly Place[] | null {
  const origin = originOf(place, analysis);
  if (origin.node.type === "CallExpression") return calledElements(origin, analysis);
  return analysis.elements(place) ?? analysis.elements(origin);
}

function calledElements(place: Place, analysis: Analysis): readonly Place[] | null {
  const callee = unwrap(childOf(place.node, "callee"));
  const object = callee?.type === "MemberExpression" ? childOf(callee, "object") : null;
  const method = callee && object && keyName(callee, "property");
  const [argument] = childrenOf(place.node, "arguments").map((each) => at(place, each));
  if (!object || !method) return null;
  if (identifierName(object) === "Object")
    return argument ? entries(argument, method, analysis) : null;
  const own = listElements(at(place, object), analysis);
  return own && (changedLists[method]?.(own, argument, analysis) ?? null);
}

type Changed = (
  elements: readonly Place[],
  argument: Place | undefined,
  analysis: Analysis,
) => readonly Place[] | null;

const changedLists: Readonly<Record<string, Changed>> = {
  map: (elements, callback, analysis) => (callback ? mapped(elements, callback, analysis) : null),
  reverse: (elements) => elements.toReversed(),
  toReversed: (elements) => elements.toReversed(),
  concat: (elements, other, analysis) => {
    const more = other ? listElements(other, analysis) : [];
    return more && [...elements, ...more];
  },
};

/** `Object.entries({ … })` and its kin. */
function entries(object: Place, method: string, analysis: Analysis): readonly Place[] | null {
  const properties = analysis.properties(originOf(object, analysis));
  if (properties?.opaque !== null) return null;
  return properties.entries.flatMap(({ key, value }) => {
    const text = { type: "Literal", value: key };
    if (method === "keys") return [at(value, text)];
    if (method === "values") return [value];
    return [at(value, { type: "ArrayExpression", elements: [text, value.node] })];
  });
}

/** `names.map((name) => …)`, of a function that is nothing but an expression. */
function mapped(
  elements: readonly Place[],
  callback: Place,
  analysis: Analysis,
): readonly Place[] | null {
  const fn = analysis.evaluate(callback);
  const body = fn?.is === "function" ? childOf(fn.place.node, "body") : null;
  if (fn?.is !== "function" || !body || body.type === "BlockStatement") return null;
  const { node: of, module, frame: outer } = fn.place;
  return elements.map((element) => {
    const depth = (outer?.depth ?? 0) + 1;
    const frame = { of, args: [element], receiver: fn.receiver, types: new Map(), outer, depth };
    return { node: body, scope: module.scopeIn(of), module, frame };
  });
}

/** Where the body of a loop stands in the round of this element. */
export function inLoop(loop: Place, element: Place): Place {
  const { frame: outer } = loop;
  const frame = {
    of: loop.node,
    args: [element],
    receiver: outer?.receiver ?? null,
    types: outer?.types ?? new Map(),
    outer,
    depth: outer?.depth ?? 0,
  };
  return { ...loop, frame };
}
