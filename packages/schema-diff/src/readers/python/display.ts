import type { ExprNode } from "py-ast";
import { iterableOf } from "./access.js";
import { evaluate } from "./evaluate.js";
import type { Frame } from "./frame.js";
import { mapping, sequence, type MappingValue, type SequenceValue, type Value } from "./value.js";

const types = { List: "list", Tuple: "tuple", Set: "set" } as const;

/** `[a, *b]`, `(a, b)`, `{a, b}`. */
export function evaluateDisplay(
  node: Extract<ExprNode, { readonly nodeType: keyof typeof types }>,
  frame: Frame,
): SequenceValue {
  const { items, isWhole } = evaluateAll(node.elts, frame);
  const display = sequence(types[node.nodeType], items);
  display.isWhole = isWhole;
  return display;
}

/** Expressions in a row, those with a star opened. */
export function evaluateAll(nodes: readonly ExprNode[], frame: Frame) {
  const items: Value[] = [];
  let isWhole = true;
  for (const node of nodes) {
    const value = evaluate(node, frame);
    if (node.nodeType !== "Starred") items.push(value);
    else {
      const spread = iterableOf(value, frame.run);
      for (const each of spread ?? []) items.push(each);
      isWhole &&= spread !== null;
    }
  }
  return { items, isWhole };
}

/** `{a: b, **c}`. */
export function evaluateMapping(
  node: Extract<ExprNode, { readonly nodeType: "Dict" }>,
  frame: Frame,
): MappingValue {
  const entries: (readonly [Value, Value])[] = [];
  let isWhole = true;
  for (const [index, keyNode] of node.keys.entries()) {
    const valueNode = node.values[index];
    if (!valueNode) continue;
    const value = evaluate(valueNode, frame);
    if (keyNode) entries.push([evaluate(keyNode, frame), value]);
    else if (value.kind === "mapping") entries.push(...value.entries);
    isWhole &&= keyNode !== null || (value.kind === "mapping" && value.isWhole);
  }
  return { ...mapping(entries), isWhole };
}
