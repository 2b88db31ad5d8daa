import type { Scope } from "../../syntax/scopes.js";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { Value } from "../values/value.js";

const functions = new Set(["FunctionDeclaration", "FunctionExpression"]);
const classes = new Set(["ClassDeclaration", "ClassExpression"]);

/** The object whose method or property the code stands in. */
export function evaluateThis(place: Place, _analysis: Analysis): Value | null {
  const { module, frame } = place;
  for (let scope: Scope | null = place.scope; scope; scope = scope.parent) {
    const { node } = scope;
    if (classes.has(node.type)) {
      const known = frame?.receiver;
      if (known?.is === "instance") return known;
      const around = module.surroundings.get(node);
      const outer = around?.scope ?? module.root;
      const inClass: Place = { node, scope: outer, module, frame: null };
      return { is: "instance", class: inClass, types: new Map() };
    }
    if (!functions.has(node.type)) continue;
    const parent = module.surroundings.get(node)?.parent;
    if (parent?.type === "Property") return frame?.receiver ?? null;
    if (parent?.type !== "MethodDefinition") return null;
    if (parent.static === true) return null;
  }
  return null;
}
