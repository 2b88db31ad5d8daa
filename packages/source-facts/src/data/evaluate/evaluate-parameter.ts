import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import { patternNames } from "../../syntax/pattern-names.js";
import type { Declaration } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Frame, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { expectedParameter } from "./expected-type.js";
import { handedValue } from "./handed-value.js";

interface Found {
  readonly of: SyntaxNode;
  readonly index: number;
  readonly pattern: SyntaxNode;
  readonly path: readonly string[] | null;
  readonly name: string;
}

/** What a parameter holds: its argument where the call is known, else what its type says. */
export function evaluateParameter(
  declaration: Declaration,
  place: Place,
  analysis: Analysis,
): Value | null {
  const found = findParameter(declaration);
  if (!found) return null;
  const { of, index, pattern, path, name } = found;
  const inside: Place = { ...place, scope: declaration.scope };
  const taken = (value: Value | null) =>
    follow(value, path, at(inside, declaration.node), analysis);
  const argument = argumentOf(found, place.frame);
  if (argument) {
    const value = taken(analysis.evaluate(argument));
    if (value) return value;
  }
  const value =
    taken(annotatedValue(pattern, inside, analysis)) ??
    taken(handedValue(of, index, place, analysis)) ??
    taken(expectedParameter(of, index, place, analysis)) ??
    taken(defaultValue(pattern, inside, analysis));
  return value ?? (path?.length === 0 ? { is: "parameter", of, name, index } : null);
}

function findParameter({ node, scope }: Declaration): Found | null {
  for (const [index, pattern] of childrenOf(scope.node, "params").entries()) {
    const named = patternNames(pattern).find((each) => each.node === node);
    if (!named) continue;
    const path = pattern.type === "TSParameterProperty" ? [] : named.path;
    return { of: scope.node, index, pattern, path, name: named.name };
  }
  return null;
}

function argumentOf({ of, index }: Found, frame: Frame | null): Place | null {
  for (let call = frame; call; call = call.outer) {
    if (call.of === of) return call.args[index] ?? null;
  }
  return null;
}

function follow(
  value: Value | null,
  path: readonly string[] | null,
  name: Place,
  analysis: Analysis,
): Value | null {
  if (!path) return null;
  return path.reduce<Value | null>(
    (object, key) => object && analysis.member(object, key, name),
    value,
  );
}

/** The pattern without its default and modifiers. */
function declaredPattern(pattern: SyntaxNode): SyntaxNode {
  const inner = pattern.type === "TSParameterProperty" ? childOf(pattern, "parameter") : pattern;
  return inner?.type === "AssignmentPattern"
    ? (childOf(inner, "left") ?? inner)
    : (inner ?? pattern);
}

/** What a value of the type that is written at a parameter is. */
export function annotatedValue(
  pattern: SyntaxNode,
  place: Place,
  analysis: Analysis,
): Value | null {
  const annotation = childOf(declaredPattern(pattern), "typeAnnotation");
  return annotation ? analysis.evaluateType(at(place, annotation)) : null;
}

function defaultValue(pattern: SyntaxNode, place: Place, analysis: Analysis): Value | null {
  const inner = pattern.type === "TSParameterProperty" ? childOf(pattern, "parameter") : pattern;
  const value = inner?.type === "AssignmentPattern" ? childOf(inner, "right") : null;
  return value ? analysis.evaluate(at(place, value)) : null;
}

/** The name of a simple parameter. */
export function parameterName(pattern: SyntaxNode): string | null {
  return identifierName(declaredPattern(pattern));
}
