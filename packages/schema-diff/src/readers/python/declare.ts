import type { StmtNode } from "py-ast";
import { evaluate } from "./evaluate.js";
import { execute } from "./execute.js";
import { assignName, placeOf, type Frame } from "./frame.js";
import { createScope } from "./scope.js";
import type { Value } from "./value.js";

type Statement<Type extends StmtNode["nodeType"]> = Extract<StmtNode, { readonly nodeType: Type }>;

export function declareFunction(node: Statement<"FunctionDef">, frame: Frame): void {
  const value: Value = {
    kind: "function",
    node,
    file: frame.file,
    scope: visibleScope(frame),
    self: null,
  };
  assignName(node.name, value, frame);
}

/** A function in a class doesn't see the names of the class, but a class is no scope of names here. */
function visibleScope({ scope }: Frame) {
  return scope;
}

export function declareClass(node: Statement<"ClassDef">, frame: Frame): void {
  const members = createScope(frame.scope);
  const bases = node.bases.map((base) => evaluate(base, frame));
  const inner = { ...frame, scope: members };
  execute(node.body, inner);
  const annotations = annotationsIn(node.body, inner);
  const at = placeOf(node, frame);
  const value: Value = { kind: "class", node, bases, members, annotations, at };
  assignName(node.name, value, frame);
}

function annotationsIn(body: readonly StmtNode[], frame: Frame): ReadonlyMap<string, Value> {
  return new Map(
    body.flatMap((each) =>
      each.nodeType === "AnnAssign" && each.target.nodeType === "Name"
        ? [[each.target.id, evaluate(each.annotation, frame)] as const]
        : [],
    ),
  );
}
