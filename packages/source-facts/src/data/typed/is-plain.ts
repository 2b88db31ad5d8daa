import { childOf, identifierName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { Place } from "../values/place.js";

const literals = new Set([
  "ArrayExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
  "Literal",
  "ObjectExpression",
  "TemplateLiteral",
]);

/** Whether the code says that it is nothing of a library: `[1, 2]`, `Object.keys(x)`, `new Map()`. */
export function isPlain(place: Place): boolean {
  let node = unwrap(place.node);
  for (let inner = node; inner;) {
    node = inner;
    inner = unwrap(childOf(node, "callee") ?? childOf(node, "object"));
  }
  if (!node || literals.has(node.type)) return true;
  const name = identifierName(node);
  return name !== null && /^\p{Lu}/u.test(name) && lookUp(name, place.scope).length === 0;
}
