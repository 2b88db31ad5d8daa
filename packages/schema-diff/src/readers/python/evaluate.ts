import type { ExprNode } from "py-ast";
import { attributeOf, itemOf } from "./access.js";
import { evaluateCall } from "./call.js";
import { comprehend, comprehendMapping } from "./comprehension.js";
import { evaluateDisplay, evaluateMapping } from "./display.js";
import { assignName, isExhausted, placeOf, type Frame } from "./frame.js";
import { evaluateFormat, evaluateText } from "./literal.js";
import { binary, combine, compare, unary } from "./operators.js";
import { lookUp } from "./scope.js";
import { name, none, number, truth, truthOf, unknown, type Value } from "./value.js";

/** What an expression stands for; what is called in it is called. */
export function evaluate(node: ExprNode, frame: Frame): Value {
  frame.run.steps--;
  if (isExhausted(frame.run)) return unknown("it runs too long to be followed");
  return evaluateAtom(node, frame) ?? evaluateOperation(node, frame) ?? evaluateRest(node, frame);
}

function evaluateAtom(node: ExprNode, frame: Frame): Value | null {
  switch (node.nodeType) {
    case "Constant":
      return evaluateConstant(node, frame);
    case "Name":
      return frame.run.modules.resolve(lookUp(node.id, frame.scope) ?? name(node.id));
    case "JoinedStr":
      return evaluateFormat(node, frame);
    case "List":
    case "Tuple":
    case "Set":
      return evaluateDisplay(node, frame);
    case "Dict":
      return evaluateMapping(node, frame);
    case "Lambda":
      return { kind: "function", node, file: frame.file, scope: frame.scope, self: null };
    default:
      return null;
  }
}

function evaluateConstant(node: Extract<ExprNode, { nodeType: "Constant" }>, frame: Frame): Value {
  const value: unknown = node.value;
  if (typeof value === "string") {
    return node.quote_style === undefined ? name("Ellipsis") : evaluateText(node, value, frame);
  }
  if (typeof value === "boolean") return truth(value);
  if (typeof value === "number" || typeof value === "bigint")
    return number(Number(value), String(value));
  return value === null ? none : unknown("it is a number of its own kind");
}

function evaluateOperation(node: ExprNode, frame: Frame): Value | null {
  switch (node.nodeType) {
    case "BinOp":
      return binary(node.op.nodeType, evaluate(node.left, frame), evaluate(node.right, frame));
    case "UnaryOp":
      return unary(node.op.nodeType, evaluate(node.operand, frame));
    case "BoolOp":
      return combine(node, frame);
    case "Compare":
      return compare(node, frame);
    case "Attribute":
      return attributeOf(evaluate(node.value, frame), node.attr, placeOf(node, frame), frame.run);
    case "Subscript":
      return itemOf(evaluate(node.value, frame), node.slice, frame);
    case "Call":
      return evaluateCall(node, frame, false);
    case "IfExp":
      return evaluateChoice(node, frame);
    default:
      return null;
  }
}

function evaluateChoice(node: Extract<ExprNode, { nodeType: "IfExp" }>, frame: Frame): Value {
  const test = evaluate(node.test, frame);
  const holds = truthOf(test) ?? frame.run.host.decide(test);
  if (holds !== null) return evaluate(holds ? node.body : node.orelse, frame);
  return unknown("it depends on a condition that isn't known");
}

function evaluateRest(node: ExprNode, frame: Frame): Value {
  switch (node.nodeType) {
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return comprehend(node, frame);
    case "DictComp":
      return comprehendMapping(node, frame);
    case "NamedExpr": {
      const value = evaluate(node.value, frame);
      if (node.target.nodeType === "Name") assignName(node.target.id, value, frame);
      return value;
    }
    case "Await":
    case "Starred":
      return evaluate(node.value, frame);
    default:
      return unknown("it is an expression that can't be followed");
  }
}
