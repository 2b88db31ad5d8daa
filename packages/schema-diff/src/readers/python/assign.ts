import type { ExprNode } from "py-ast";
import { iterableOf } from "./access.js";
import { evaluate } from "./evaluate.js";
import { assignName, placeOf, type Frame } from "./frame.js";
import { sequence, unknown, type Value } from "./value.js";

/** Gives a value to what stands left of an `=`, in a `for` or behind an `as`. */
export function assignTo(target: ExprNode, value: Value, frame: Frame): void {
  switch (target.nodeType) {
    case "Name":
      assignName(target.id, value, frame);
      break;
    case "Tuple":
    case "List":
      unpack(target.elts, value, frame);
      break;
    case "Starred":
      assignTo(target.value, value, frame);
      break;
    case "Attribute":
      assignMember(target, value, frame);
      break;
    case "Subscript":
      assignItem(target, value, frame);
      break;
  }
}

function unpack(targets: readonly ExprNode[], value: Value, frame: Frame): void {
  const items = iterableOf(value, frame.run);
  const star = targets.findIndex(({ nodeType }) => nodeType === "Starred");
  for (const [index, target] of targets.entries()) {
    if (!items) assignTo(target, { kind: "item", of: value, key: null }, frame);
    else if (star < 0 || index < star) {
      assignTo(target, items[index] ?? unknown("there is nothing to unpack"), frame);
    } else {
      const rest = targets.length - index - 1;
      const part =
        index === star
          ? sequence("list", items.slice(star, Math.max(items.length - rest, star)))
          : (items.at(-rest - 1) ?? unknown("there is nothing to unpack"));
      assignTo(target, part, frame);
    }
  }
}

function assignMember(
  node: Extract<ExprNode, { readonly nodeType: "Attribute" }>,
  value: Value,
  frame: Frame,
): void {
  const of = evaluate(node.value, frame);
  const at = placeOf(node, frame);
  if (of.kind === "class") of.members.names.set(node.attr, value);
  else frame.run.host.assign({ kind: "member", of, name: node.attr, at }, at);
}

function assignItem(
  node: Extract<ExprNode, { readonly nodeType: "Subscript" }>,
  value: Value,
  frame: Frame,
): void {
  const of = evaluate(node.value, frame);
  const key = evaluate(node.slice, frame);
  const isCertain = frame.run.assigned.length === 0;
  if (of.kind === "mapping") {
    of.entries.push([key, value]);
    of.isWhole &&= isCertain;
  } else if (of.kind === "sequence") {
    if (key.kind === "number" && key.value in of.items) of.items[key.value] = value;
    of.isWhole &&= isCertain && key.kind === "number";
  } else frame.run.host.assign({ kind: "item", of, key }, placeOf(node, frame));
}
