import type { Comprehension, ExprNode } from "py-ast";
import { iterableOf } from "./access.js";
import { assignTo } from "./assign.js";
import { evaluate } from "./evaluate.js";
import { isExhausted, type Frame } from "./frame.js";
import { createScope } from "./scope.js";
import { mapping, sequence, truthOf, unknown, type Value } from "./value.js";

type ListLike = Extract<ExprNode, { readonly nodeType: "ListComp" | "SetComp" | "GeneratorExp" }>;

/** `[f(x) for x in xs if x]`. */
export function comprehend(node: ListLike, frame: Frame): Value {
  const items: Value[] = [];
  const isWhole = run(node.generators, frame, (inner) => {
    items.push(evaluate(node.elt, inner));
  });
  if (!isWhole) return unknown("it is made from what isn't known");
  return sequence(node.nodeType === "SetComp" ? "set" : "list", items);
}

export function comprehendMapping(
  node: Extract<ExprNode, { readonly nodeType: "DictComp" }>,
  frame: Frame,
): Value {
  const entries: (readonly [Value, Value])[] = [];
  const isWhole = run(node.generators, frame, (inner) => {
    entries.push([evaluate(node.key, inner), evaluate(node.value, inner)]);
  });
  return isWhole ? mapping(entries) : unknown("it is made from what isn't known");
}

function run(
  [generator, ...others]: readonly Comprehension[],
  frame: Frame,
  body: (frame: Frame) => void,
): boolean {
  if (!generator) {
    body(frame);
    return true;
  }
  const items = iterableOf(evaluate(generator.iter, frame), frame.run);
  return (
    items?.every((item) => {
      const inner = { ...frame, scope: createScope(frame.scope) };
      assignTo(generator.target, item, inner);
      const tests = generator.ifs.map((test) => truthOf(evaluate(test, inner)));
      if (isExhausted(frame.run) || tests.includes(null)) return false;
      return tests.includes(false) || run(others, inner, body);
    }) ?? false
  );
}
