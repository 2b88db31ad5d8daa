import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import { walk } from "../../syntax/walk.js";
import type { Analysis } from "../analysis.js";
import { parameterName } from "../evaluate/evaluate-parameter.js";
import type { Place } from "../values/place.js";

/** Whether the function that is called reads the variable that its argument names. */
export function readsParameter(call: Place, index: number, analysis: Analysis): boolean {
  const callee = childOf(call.node, "callee");
  const called = callee && analysis.evaluate({ ...call, node: callee });
  if (called?.is !== "function") return false;
  const { node, module } = called.place;
  const parameter = childrenOf(node, "params")[index];
  const name = parameter ? parameterName(parameter) : null;
  const body = childOf(node, "body");
  if (name === null || !body) return false;
  let isRead = false;
  walk(body, (inner, ancestors) => {
    if (isRead) return false;
    const key = inner.type === "MemberExpression" && inner.computed === true ? "property" : null;
    const argument = key ? childOf(inner, key) : firstArgument(inner);
    if (identifierName(unwrap(argument)) !== name) return true;
    const scope = module.scopeAt([node, ...ancestors]);
    const object = environmentOf(inner);
    const place = object && { node: object, scope, module, frame: null };
    const isOwn = lookUp(name, scope)[0]?.scope.node === node;
    if (place && isOwn && analysis.evaluate(place)?.is === "environment") isRead = true;
    return true;
  });
  return isRead;
}

/** The name in `Deno.env.get(name)`. */
function firstArgument(node: Place["node"]): Place["node"] | null {
  return node.type === "CallExpression" ? (childrenOf(node, "arguments")[0] ?? null) : null;
}

/** The object in `env[name]` and in `env.get(name)`. */
function environmentOf(node: Place["node"]): Place["node"] | null {
  const member = node.type === "CallExpression" ? unwrap(childOf(node, "callee")) : node;
  return member?.type === "MemberExpression" ? childOf(member, "object") : null;
}
