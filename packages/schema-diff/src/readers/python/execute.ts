import type { StmtNode } from "py-ast";
import { assignTo } from "./assign.js";
import { evaluateCall } from "./call.js";
import { declareClass, declareFunction } from "./declare.js";
import { evaluate } from "./evaluate.js";
import { executeFor, executeIf, executeTry, executeWhile, executeWith } from "./flow.js";
import { assignName, isExhausted, placeOf, runUncertain, type Frame } from "./frame.js";
import { executeImport, executeImportFrom } from "./imports.js";
import { binary } from "./operators.js";
import { none, type Value } from "./value.js";

/** How a block ends. `maybe`: it may have been left early. */
export type Completion =
  | { readonly kind: "next" | "break" | "continue" | "raise" | "maybe" }
  | { readonly kind: "return"; readonly value: Value };

export const next: Completion = { kind: "next" };

/** Runs the statements of a block. */
export function execute(block: readonly StmtNode[], frame: Frame): Completion {
  for (const [index, statement] of block.entries()) {
    frame.run.steps--;
    if (isExhausted(frame.run)) return exhausted(statement, frame);
    const completion = executeStatement(statement, frame);
    frame.run.isRaising ||= completion.kind === "raise" || frame.run.host.takeFailure();
    if (frame.run.isRaising) return { kind: "raise" };
    if (completion.kind === "maybe") {
      executeRest(block.slice(index + 1), frame);
      return completion;
    }
    if (completion.kind !== "next") return completion;
  }
  return next;
}

function exhausted(statement: StmtNode, frame: Frame): Completion {
  frame.run.host.unread(placeOf(statement, frame), "it runs too long to be followed");
  return { kind: "raise" };
}

function executeRest(rest: readonly StmtNode[], frame: Frame): void {
  const [first] = rest;
  if (!first) return;
  const reason = "it is only reached under a condition that isn't known";
  runUncertain(first, reason, frame, () => {
    execute(rest, frame);
  });
}

function executeStatement(node: StmtNode, frame: Frame): Completion {
  return executeFlow(node, frame) ?? executeSimple(node, frame);
}

function executeFlow(node: StmtNode, frame: Frame): Completion | null {
  switch (node.nodeType) {
    case "If":
      return executeIf(node, frame);
    case "For":
    case "AsyncFor":
      return executeFor(node, frame);
    case "While":
      return executeWhile(node, frame);
    case "With":
    case "AsyncWith":
      return executeWith(node, frame);
    case "Try":
    case "TryStar":
      return executeTry(node, frame);
    default:
      return executeJump(node, frame);
  }
}

function executeJump(node: StmtNode, frame: Frame): Completion | null {
  switch (node.nodeType) {
    case "Return":
      return { kind: "return", value: node.value ? evaluate(node.value, frame) : none };
    case "Raise":
      return { kind: "raise" };
    case "Break":
      return { kind: "break" };
    case "Continue":
      return { kind: "continue" };
    default:
      return null;
  }
}

function executeSimple(node: StmtNode, frame: Frame): Completion {
  switch (node.nodeType) {
    case "Expr":
      if (node.value.nodeType === "Call") evaluateCall(node.value, frame, true);
      else evaluate(node.value, frame);
      break;
    case "Assign":
      executeAssign(node, frame);
      break;
    case "AnnAssign":
      if (node.value) assignTo(node.target, evaluate(node.value, frame), frame);
      break;
    case "AugAssign": {
      const value = binary(
        node.op.nodeType,
        evaluate(node.target, frame),
        evaluate(node.value, frame),
      );
      assignTo(node.target, value, frame);
      break;
    }
    case "FunctionDef":
      declareFunction(node, frame);
      break;
    case "ClassDef":
      declareClass(node, frame);
      break;
    case "Import":
      executeImport(node, frame);
      break;
    case "ImportFrom":
      executeImportFrom(node, frame);
      break;
    default:
      executeRarely(node, frame);
  }
  return next;
}

function executeAssign(
  node: Extract<StmtNode, { readonly nodeType: "Assign" }>,
  frame: Frame,
): void {
  const value = evaluate(node.value, frame);
  for (const target of node.targets) assignTo(target, value, frame);
}

function executeRarely(node: StmtNode, frame: Frame): void {
  switch (node.nodeType) {
    case "Pass":
      if (isBroken(node, frame)) {
        frame.run.host.unread(placeOf(node, frame), "it can't be parsed");
      }
      break;
    case "Global":
      for (const each of node.names) frame.scope.outer.add(each);
      break;
    case "Match":
      for (const { body } of node.cases) {
        runUncertain(node, "it is one of several cases", frame, () => {
          execute(body, frame);
        });
      }
      break;
    case "Delete":
      for (const target of node.targets)
        if (target.nodeType === "Name") assignName(target.id, none, frame);
      break;
    default:
    // Nothing that an assertion, a type alias or a comment does is seen here.
  }
}

/** `pass` stands for what had to be blanked. */
function isBroken(node: StmtNode, frame: Frame): boolean {
  const { start } = placeOf(node, frame).span;
  return frame.file.broken.some((stretch) => stretch.start === start);
}
