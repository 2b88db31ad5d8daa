import { childOf } from "../../syntax/node.js";
import type { Scope } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { asThis } from "../adapters/adapter.js";
import type { Analysis } from "../analysis.js";
import type { DataModule } from "../values/data-module.js";
import { at, type Frame, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { handedToMethod, handedValue } from "./handed-value.js";
import { superValue } from "./instance.js";

const functions = new Set(["FunctionDeclaration", "FunctionExpression"]);
const classes = new Set(["ClassDeclaration", "ClassExpression"]);

/** The object whose method or property the code stands in; of a callback, what it is called with. */
export function evaluateThis(place: Place, analysis: Analysis): Value | null {
  const { module, frame } = place;
  for (let around: Scope | null = place.scope; around; around = around.parent) {
    const { node } = around;
    if (classes.has(node.type)) return objectOf(node, module, frame);
    if (!functions.has(node.type)) continue;
    const parent = module.surroundings.get(node)?.parent;
    if (parent?.type !== "MethodDefinition") return thisOf(node, parent, place, analysis);
    if (parent.static === true) return staticObject(around.parent, module, frame);
  }
  return null;
}

/** In the function of an object's property, and in a callback. */
function thisOf(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  place: Place,
  analysis: Analysis,
): Value | null {
  if (parent?.type === "Property")
    return place.frame?.receiver ?? handedToMethod(parent, place, analysis);
  return parent?.type === "CallExpression" ? handedValue(node, asThis, place, analysis) : null;
}

/** An object of the class, or of the one that extends it and was called. */
function objectOf(cls: SyntaxNode, module: DataModule, frame: Frame | null): Value {
  const known = frame?.receiver;
  return known?.is === "instance"
    ? known
    : { is: "instance", class: placeOf(cls, module), args: [], types: new Map() };
}

/** In a static method, the class itself, or the one that extends it and was called. */
function staticObject(scope: Scope | null, module: DataModule, frame: Frame | null): Value | null {
  if (frame?.receiver?.is === "class") return frame.receiver;
  const cls = scope && classes.has(scope.node.type) ? scope.node : null;
  return cls && { is: "class", place: placeOf(cls, module) };
}

/** What the class around extends: itself in a static method, elsewhere an object of it. */
export function evaluateSuper(place: Place, analysis: Analysis): Value | null {
  let around: Scope | null = place.scope;
  while (around && !classes.has(around.node.type)) around = around.parent;
  const self = around && evaluateThis(place, analysis);
  if (!around || !self) return null;
  const inside: Place = { ...place, node: around.node, scope: around };
  if (self.is === "instance") return superValue(inside, analysis, self.args);
  const base = self.is === "class" ? childOf(around.node, "superClass") : null;
  return base && analysis.evaluate(at(inside, base));
}

function placeOf(node: SyntaxNode, module: DataModule): Place {
  return { node, scope: module.surroundings.get(node)?.scope ?? module.root, module, frame: null };
}
