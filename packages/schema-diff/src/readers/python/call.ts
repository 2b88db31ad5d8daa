import type { ExprNode } from "py-ast";
import { callBuiltin } from "./builtins.js";
import { callFunction } from "./call-function.js";
import { evaluateAll } from "./display.js";
import { evaluate } from "./evaluate.js";
import { placeOf, type Frame } from "./frame.js";
import type { Invoke } from "./host.js";
import { callMethod } from "./methods.js";
import {
  name,
  textOf,
  type CallTerm,
  type FunctionValue,
  type NameTerm,
  type Value,
} from "./value.js";

export function evaluateCall(
  node: Extract<ExprNode, { readonly nodeType: "Call" }>,
  frame: Frame,
  isStatement: boolean,
): Value {
  const callee = evaluate(node.func, frame);
  const { items, isWhole } = evaluateAll(node.args, frame);
  const named = new Map<string, Value>();
  let isPartial = !isWhole;
  for (const { arg, value: valueNode } of node.keywords) {
    const value = evaluate(valueNode, frame);
    if (arg !== undefined) named.set(arg, value);
    else isPartial = !spread(value, named) || isPartial;
  }
  const at = placeOf(node, frame);
  return call({ kind: "call", callee, args: items, named, isPartial, at }, frame, isStatement);
}

/** Opens `**kwargs`. Whether all of it is known. */
function spread(value: Value, named: Map<string, Value>): boolean {
  if (value.kind !== "mapping") return false;
  for (const [key, each] of value.entries) {
    const word = textOf(key);
    if (word === null) return false;
    named.set(word, each);
  }
  return value.isWhole;
}

function call(term: CallTerm, frame: Frame, isStatement: boolean): Value {
  const { callee } = term;
  const { host } = frame.run;
  const invoke: Invoke = (method, args) =>
    callFunction(method, { ...term, callee: method, args, named: new Map() }, frame);
  switch (callee.kind) {
    case "function":
      if (host.follows(callee.file.file)) return callFunction(callee, term, frame);
      return host.call({ ...term, callee: nameOfFunction(callee) }, isStatement, invoke);
    case "name":
      return callBuiltin(callee.path, term, frame.run) ?? host.call(term, isStatement, invoke);
    case "member":
      return callMethod(callee, term, frame.run) ?? host.call(term, isStatement, invoke);
    default:
      return host.call(term, isStatement, invoke);
  }
}

/** The file and the function, as an import would call it. */
function nameOfFunction({ node, file }: FunctionValue): NameTerm {
  const module = file.file.replace(/\.py$/u, "").replaceAll("/", ".");
  return name(`${module}.${node.nodeType === "Lambda" ? "<lambda>" : node.name}`);
}
