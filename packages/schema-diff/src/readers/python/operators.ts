import type { ExprNode } from "py-ast";
import { evaluate } from "./evaluate.js";
import { formatPercent } from "./format-text.js";
import type { Frame } from "./frame.js";
import {
  entryOf,
  isSame,
  itemsOf,
  number,
  sequence,
  textOf,
  truth,
  truthOf,
  type Value,
} from "./value.js";

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mult: (a, b) => a * b,
  Div: (a, b) => a / b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Mod: (a, b) => a - b * Math.floor(a / b),
  Pow: (a, b) => a ** b,
};

export function binary(operator: string, left: Value, right: Value): Value {
  const term: Value = { kind: "operation", operator, operands: [left, right] };
  if (left.kind === "number" && right.kind === "number") {
    const result = arithmetic[operator]?.(left.value, right.value);
    return result === undefined ? term : number(result);
  }
  if (operator === "Mod" && left.kind === "text") return formatPercent(left, right);
  if (operator === "Add") return join(left, right) ?? term;
  return operator === "Mult" ? (repeat(left, right) ?? term) : term;
}

function join(left: Value, right: Value): Value | null {
  if (left.kind === "text" || right.kind === "text") {
    const parts = [left, right].flatMap((each) =>
      each.kind === "text" ? each.parts : [{ hole: each }],
    );
    const isText = [left, right].every(({ kind }) => kind === "text" || !isPlain(kind));
    return isText ? { kind: "text", parts } : null;
  }
  if (left.kind !== "sequence" || right.kind !== "sequence") return null;
  const both = sequence(left.type, [...left.items, ...right.items]);
  both.isWhole = left.isWhole && right.isWhole;
  return both;
}

function isPlain(kind: Value["kind"]): boolean {
  return kind === "none" || kind === "boolean" || kind === "number" || kind === "sequence";
}

function repeat(left: Value, right: Value): Value | null {
  const times = right.kind === "number" ? right.value : null;
  if (times === null || times < 0 || times > 1000) return null;
  if (left.kind === "text") {
    return { kind: "text", parts: Array.from({ length: times }, () => left.parts).flat() };
  }
  const items = itemsOf(left);
  if (!items || left.kind !== "sequence") return null;
  return sequence(left.type, Array.from({ length: times }, () => items).flat());
}

export function unary(operator: string, operand: Value): Value {
  const holds = operator === "Not" ? truthOf(operand) : null;
  if (holds !== null) return truth(!holds);
  if (operand.kind === "number" && operator === "USub") {
    return number(-operand.value, `-${operand.text}`);
  }
  if (operand.kind === "number" && operator === "UAdd") return operand;
  return { kind: "operation", operator, operands: [operand] };
}

/** `a and b or c`: what isn't needed isn't evaluated. */
export function combine(
  node: Extract<ExprNode, { readonly nodeType: "BoolOp" }>,
  frame: Frame,
): Value {
  const isAnd = node.op.nodeType === "And";
  const open: Value[] = [];
  for (const [index, operand] of node.values.entries()) {
    const value = evaluate(operand, frame);
    const holds = truthOf(value) ?? frame.run.host.decide(value);
    const isLast = index === node.values.length - 1;
    if (holds !== null && holds !== isAnd) return value;
    if (holds === null || (isLast && open.length === 0)) open.push(value);
  }
  const [first, ...others] = open;
  if (first && others.length === 0) return first;
  return { kind: "operation", operator: node.op.nodeType, operands: open };
}

/** `a < b < c` holds where each pair does. */
export function compare(
  node: Extract<ExprNode, { readonly nodeType: "Compare" }>,
  frame: Frame,
): Value {
  const operands = [node.left, ...node.comparators].map((each) => evaluate(each, frame));
  const pairs = node.ops.map((operator, index) =>
    comparePair(operator.nodeType, operands[index], operands[index + 1]),
  );
  const [first, ...others] = pairs;
  if (first && others.length === 0) return first;
  if (pairs.every((pair) => pair.kind === "boolean")) {
    return truth(pairs.every((pair) => truthOf(pair)));
  }
  return { kind: "operation", operator: "And", operands: pairs };
}

function comparePair(operator: string, left?: Value, right?: Value): Value {
  if (!left || !right) return truth(false);
  const holds = holdsBetween(operator, left, right);
  if (holds !== null) return truth(holds);
  return { kind: "operation", operator, operands: [left, right] };
}

function holdsBetween(operator: string, left: Value, right: Value): boolean | null {
  switch (operator) {
    case "Eq":
    case "Is":
      return isSame(left, right);
    case "NotEq":
    case "IsNot":
      return negated(isSame(left, right));
    case "In":
      return isIn(left, right);
    case "NotIn":
      return negated(isIn(left, right));
    default:
      return ordered(operator, left, right);
  }
}

function negated(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds;
}

function isIn(item: Value, container: Value): boolean | null {
  if (container.kind === "mapping") {
    if (entryOf(container, item)) return true;
    return container.isWhole ? false : null;
  }
  const whole = textOf(container);
  const part = textOf(item);
  if (whole !== null && part !== null) return whole.includes(part);
  const items = itemsOf(container);
  if (!items) return null;
  const found = items.map((each) => isSame(each, item));
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}

function ordered(operator: string, left: Value, right: Value): boolean | null {
  const order = orderOf(left, right);
  if (order === null) return null;
  switch (operator) {
    case "Lt":
      return order < 0;
    case "LtE":
      return order <= 0;
    case "Gt":
      return order > 0;
    case "GtE":
      return order >= 0;
    default:
      return null;
  }
}

function orderOf(left: Value, right: Value): number | null {
  if (left.kind === "number" && right.kind === "number") return left.value - right.value;
  const [a, b] = [textOf(left), textOf(right)];
  if (a === null || b === null) return null;
  return a < b ? -1 : a > b ? 1 : 0;
}
