import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";

/**
 * What an expression may stand for: `archived ? oldUsers : users`, in place or as a constant; the
 * elements of a list that is gone through.
 */
export function branchesOf(place: Place, analysis: Analysis): readonly Place[] {
  const node = unwrap(place.node) ?? place.node;
  const keys = branchKeys[node.type];
  if (!keys) return namedBranches(at(place, node), analysis) ?? [place];
  return keys.flatMap((key) => {
    const branch = childOf(node, key);
    return branch ? branchesOf(at(place, branch), analysis) : [];
  });
}

/** Of a variable; null where it stands for one thing. */
function namedBranches(place: Place, analysis: Analysis): readonly Place[] | null {
  const [declaration] = lookUp(identifierName(place.node) ?? "", place.scope);
  if (!declaration) return null;
  const around = { ...place, scope: declaration.scope };
  const isWhole = declaration.kind === "parameter" || declaration.path?.length === 0;
  const list = isWhole ? iteratedList(declaration, around) : null;
  if (list) return analysis.elements(list);
  const isConstant = declaration.kind === "const" && isWhole;
  const init = isConstant ? unwrap(childOf(declaration.node, "init")) : null;
  return init && branchKeys[init.type] ? branchesOf(at(around, init), analysis) : null;
}

const branchKeys: Readonly<Record<string, readonly string[] | undefined>> = {
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["left", "right"],
};

const iterating = new Set(["forEach", "map", "flatMap"]);

/** The list of `for (const table of list)`, of `list.map((table) => …)`. */
function iteratedList({ kind, node, iterated, scope }: Declaration, place: Place): Place | null {
  if (iterated) return at(place, iterated);
  const [first] = kind === "parameter" ? childrenOf(scope.node, "params") : [];
  const around = first === node ? place.module.surroundings.get(scope.node) : undefined;
  const callee = around && unwrap(childOf(around.parent, "callee"));
  const list = callee && childOf(callee, "object");
  if (!around || !list || !iterating.has(keyName(callee, "property") ?? "")) return null;
  return { ...place, node: list, scope: around.scope };
}
