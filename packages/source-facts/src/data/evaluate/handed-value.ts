import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { asThis } from "../adapters/adapter.js";
import type { Analysis } from "../analysis.js";
import { comingOf } from "../typed/by-type.js";
import { receiverValue } from "../typed/receiver-value.js";
import type { DataModule } from "../values/data-module.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Value } from "../values/value.js";
import { callSite } from "./call-site.js";
import { parameterName } from "./evaluate-parameter.js";
import { declaredParameter } from "./expected-type.js";

/**
 * What a callback gets: the function that it is given to hands it on. `db.transaction((tx) => …)`,
 * and the same through functions of our own.
 */
export function handedValue(
  callback: SyntaxNode,
  parameter: number,
  place: Place,
  analysis: Analysis,
): Value | null {
  const around = place.module.surroundings.get(callback);
  if (around?.parent.type !== "CallExpression") return null;
  const call: Place = { ...place, node: around.parent, scope: around.scope };
  const argument = childrenOf(call.node, "arguments").indexOf(callback);
  return argument < 0 ? null : handedBy(call, { argument, parameter, depth: 0 }, analysis);
}

/** What `this` is in a method of an object that a call is given: `repository.extend({ find() {} })`. */
export function handedToMethod(
  property: SyntaxNode,
  place: Place,
  analysis: Analysis,
): Value | null {
  for (const { node, scope } of place.module.calls) {
    const argument = childrenOf(node, "arguments").findIndex((each) =>
      childrenOf(each, "properties").includes(property),
    );
    if (argument < 0) continue;
    return handedBy({ ...place, node, scope }, { argument, parameter: asThis, depth: 0 }, analysis);
  }
  return null;
}

interface Callback {
  readonly argument: number;
  readonly parameter: number;
  /** How many functions have handed it on before. */
  readonly depth: number;
}

/** A function may hand a callback on to itself. */
const deepest = 8;

function handedBy(call: Place, callback: Callback, analysis: Analysis): Value | null {
  const { receiver, method } = callSite(call);
  const object = receiver && receiverValue(receiver, method, analysis);
  const known = object?.is === "handle" ? handedByHandle(object, call, callback, analysis) : null;
  if (known) return known;
  const callee = childOf(call.node, "callee");
  const called = callee && analysis.evaluate({ ...call, node: callee });
  if (called?.is === "handle") return handedByHandle(called, call, callback, analysis);
  return called?.is === "function" ? handedByFunction(called.place, callback, analysis) : null;
}

function handedByHandle(
  handle: Handle,
  call: Place,
  callback: Callback,
  analysis: Analysis,
): Value | null {
  return comingOf(handle, handle.adapter.handed?.(handle, callSite(call), callback, analysis));
}

/** By the type of the parameter for the callback, or by what the body does with it. */
function handedByFunction(
  { node, module }: Place,
  callback: Callback,
  analysis: Analysis,
): Value | null {
  const { argument, parameter, depth } = callback;
  const pattern = childrenOf(node, "params")[argument];
  if (!pattern || depth > deepest) return null;
  const inside: Place = { node, scope: module.scopeIn(node), module, frame: null };
  const type = childOf(pattern, "typeAnnotation");
  const typed = type && declaredParameter(at(inside, type), parameter, analysis);
  const name = parameterName(pattern);
  return typed ?? (name === null ? null : handedInside(name, node, module, callback, analysis));
}

function handedInside(
  name: string,
  body: SyntaxNode,
  module: DataModule,
  callback: Callback,
  analysis: Analysis,
): Value | null {
  for (const { node, scope } of module.calls) {
    const [declaration] = lookUp(name, scope);
    if (declaration?.scope.node !== body) continue;
    const call: Place = { node, scope, module, frame: null };
    const args = childrenOf(node, "arguments");
    const value =
      identifierName(unwrap(childOf(node, "callee"))) === name
        ? evaluateArgument(args[callback.parameter], call, analysis)
        : passedOn(name, args, call, callback, analysis);
    if (value) return value;
  }
  return null;
}

function evaluateArgument(argument: SyntaxNode | undefined, call: Place, analysis: Analysis) {
  return argument ? analysis.evaluate({ ...call, node: argument }) : null;
}

/** `return db.transaction(callback)` */
function passedOn(
  name: string,
  args: readonly SyntaxNode[],
  call: Place,
  { parameter, depth }: Callback,
  analysis: Analysis,
): Value | null {
  const argument = args.findIndex((each) => identifierName(unwrap(each)) === name);
  if (argument < 0) return null;
  return handedBy(call, { argument, parameter, depth: depth + 1 }, analysis);
}
