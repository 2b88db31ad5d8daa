import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { walk } from "../../syntax/walk.js";
import type { CallSite } from "../adapters/adapter.js";
import type { Analysis } from "../analysis.js";
import { at, type Frame, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { best } from "./best.js";
import { rowsOf } from "./evaluate.js";
import { mentionsType } from "./mentions-type.js";

/** Wrappers of wrappers go deep; what goes deeper calls itself. */
const deepest = 12;

type FunctionValue = Extract<Value, { is: "function" }>;

/** What a function of ours returns when it is called so. */
export function callFunction(
  called: FunctionValue,
  site: CallSite,
  analysis: Analysis,
): Value | null {
  const { place } = called;
  const depth = (site.place.frame?.depth ?? 0) + 1;
  if (depth > deepest) return null;
  const inside = enter(called, site, depth, analysis);
  const declared = returnType(place.node);
  const typed = declared ? analysis.evaluateType(at(inside, declared)) : null;
  if (typed && isCertain(typed)) return typed;
  return best([typed, ...returned(place.node).map(valueOf)]);

  function valueOf({ node, ancestors }: Returned): Value | null {
    const scope = place.module.scopeAt(ancestors);
    return notSent(analysis.evaluate({ ...inside, node, scope }));
  }
}

/** Where the body of a function stands when it is called so. */
export function enter(
  { place, receiver }: FunctionValue,
  site: CallSite,
  depth: number,
  analysis: Analysis,
): Place {
  const { node, module } = place;
  const frame: Frame = {
    of: node,
    args: site.args,
    receiver,
    types: new Map(receiver?.is === "instance" ? receiver.types : []),
    outer: place.frame,
    depth,
  };
  const types = new Map([...frame.types, ...inferTypes(node, site, analysis)]);
  return { node, scope: module.scopeIn(node), module, frame: { ...frame, types } };
}

/** `T` of `f<T>(target: Type<T>)`: a row of the entity that stands for it. */
function inferTypes(
  node: SyntaxNode,
  { args, place }: CallSite,
  analysis: Analysis,
): readonly (readonly [string, Value | null])[] {
  const parameters = childOf(node, "typeParameters");
  if (!parameters) return [];
  const given = childOf(place.node, "typeArguments") ?? childOf(place.node, "typeParameters");
  const written = given ? childrenOf(given, "params") : [];
  return childrenOf(parameters, "params").map((each, index) => {
    const name = identifierName(childOf(each, "name")) ?? "";
    const type = written[index];
    if (type) return [name, analysis.evaluateType(at(place, type))] as const;
    const telling = args.filter((_, position) => {
      const pattern = childrenOf(node, "params")[position];
      return pattern !== undefined && mentionsType(pattern, name);
    });
    return [name, firstEntity(telling, analysis)] as const;
  });
}

function firstEntity(places: readonly Place[], analysis: Analysis): Value | null {
  for (const place of places) {
    const entity = analysis.entity(place);
    if (entity) return entity;
  }
  return null;
}

function returnType(node: SyntaxNode): SyntaxNode | null {
  const annotation = childOf(node, "returnType");
  return annotation && childOf(annotation, "typeAnnotation");
}

/** A type says what is returned, but not where the code names its table, nor what was begun. */
function isCertain(value: Value): boolean {
  return value.is === "handle" ? value.role === "client" : value.is === "instance";
}

/**
 * What an `async` function gives, or one that has sent its statement, are rows: the statement is
 * told where it stands. Builders go on.
 */
function notSent(value: Value | null): Value | null {
  return value?.is === "handle" && value.query?.isDone ? rowsOf(value) : value;
}

interface Returned {
  readonly node: SyntaxNode;
  readonly ancestors: readonly SyntaxNode[];
}

const nested = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** What a function returns: its body if that is an expression, and each `return`. */
export function returned(node: SyntaxNode): readonly Returned[] {
  const body = childOf(node, "body");
  if (!body) return [];
  if (body.type !== "BlockStatement") return [{ node: body, ancestors: [node] }];
  const found: Returned[] = [];
  walk(body, (inner, ancestors) => {
    if (nested.has(inner.type)) return false;
    const value = inner.type === "ReturnStatement" ? childOf(inner, "argument") : null;
    if (value) found.push({ node: value, ancestors: [node, ...ancestors] });
    return true;
  });
  return found;
}
