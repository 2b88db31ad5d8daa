import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";

/** Lists spread into lists, and into those. */
const deepest = 8;

/**
 * The elements of an array literal behind whatever name it has, and what is pushed to that name; what
 * is put in by a condition counts as put in. Null for what is no array literal.
 */
export function readElements(place: Place, analysis: Analysis, depth = 0): readonly Place[] | null {
  const value = analysis.evaluate(place);
  if (value?.is !== "list" || depth > deepest) return null;
  const written = childrenOf(value.place.node, "elements").flatMap((each) =>
    each.type === "SpreadElement"
      ? spreadElements(at(value.place, each), analysis, depth)
      : [at(value.place, each)],
  );
  return [...written, ...pushedTo(place)];
}

/** `...others`, `...(condition ? [a] : [])` */
function spreadElements(spread: Place, analysis: Analysis, depth: number): readonly Place[] {
  const argument = unwrap(childOf(spread.node, "argument"));
  const branches =
    argument?.type === "ConditionalExpression" ? ["consequent", "alternate"] : ["right"];
  const inner =
    argument?.type === "ConditionalExpression" || argument?.type === "LogicalExpression";
  const nodes = inner ? branches.map((key) => childOf(argument, key)) : [argument];
  return nodes.flatMap((node) =>
    node ? (readElements(at(spread, node), analysis, depth + 1) ?? []) : [],
  );
}

/** `list.push(a, b)`, of the variable that the place names. */
function pushedTo(place: Place): readonly Place[] {
  const name = identifierName(unwrap(place.node));
  const declaration = name === null ? undefined : lookUp(name, place.scope)[0];
  if (name === null || declaration?.node.type !== "VariableDeclarator") return [];
  return place.module.calls.flatMap(({ node, scope }) => {
    const callee = unwrap(childOf(node, "callee"));
    if (callee?.type !== "MemberExpression" || keyName(callee, "property") !== "push") return [];
    if (identifierName(unwrap(childOf(callee, "object"))) !== name) return [];
    if (lookUp(name, scope)[0] !== declaration) return [];
    return childrenOf(node, "arguments").map((each) => ({ ...place, node: each, scope }));
  });
}
