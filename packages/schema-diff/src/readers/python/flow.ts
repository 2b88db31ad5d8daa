import type { StmtNode } from "py-ast";
import { iterableOf } from "./access.js";
import { assignTo } from "./assign.js";
import { evaluate } from "./evaluate.js";
import { execute, next, type Completion } from "./execute.js";
import { isExhausted, runUncertain, type Frame } from "./frame.js";
import { truthOf, unknown, type Value } from "./value.js";

type Statement<Type extends StmtNode["nodeType"]> = Extract<StmtNode, { readonly nodeType: Type }>;

export function executeIf(node: Statement<"If">, frame: Frame): Completion {
  const test = evaluate(node.test, frame);
  const known = truthOf(test);
  const holds = known ?? frame.run.host.decide(test);
  if (holds === null) return executeEither(node, [node.body, node.orelse], frame);
  const block = holds ? node.body : node.orelse;
  if (known !== null) return execute(block, frame);
  let completion = next;
  frame.run.host.guarded(test, () => {
    completion = execute(block, frame);
  });
  return completion;
}

const openCondition = "it is done under a condition that isn't known";

/** Each block may be the one that is run. */
function executeEither(
  node: StmtNode,
  blocks: readonly (readonly StmtNode[])[],
  frame: Frame,
): Completion {
  const completions = blocks.map((block) => {
    let completion = next;
    runUncertain(node, openCondition, frame, () => {
      completion = execute(block, frame);
    });
    return completion;
  });
  const kinds = new Set(completions.map(({ kind }) => kind));
  if (kinds.size === 1 && !kinds.has("return")) return completions[0] ?? next;
  // Where it fails, it doesn't go on, and nothing of it counts.
  kinds.delete("raise");
  return kinds.size === 1 && kinds.has("next") ? next : { kind: "maybe" };
}

export function executeFor(node: Statement<"For" | "AsyncFor">, frame: Frame): Completion {
  const iterated = evaluate(node.iter, frame);
  const items = iterableOf(iterated, frame.run);
  if (!items) return executeOften(node, { kind: "item", of: iterated, key: null }, frame);
  for (const [index, item] of items.entries()) {
    if (isExhausted(frame.run)) break;
    assignTo(node.target, item, frame);
    const completion = execute(node.body, frame);
    if (completion.kind === "break") return next;
    if (completion.kind === "maybe") return maybeRest(node, items.slice(index + 1), frame);
    if (completion.kind !== "next" && completion.kind !== "continue") return completion;
  }
  return execute(node.orelse, frame);
}

/** The rest of a loop that may have been left. */
function maybeRest(
  node: Statement<"For" | "AsyncFor">,
  items: readonly Value[],
  frame: Frame,
): Completion {
  for (const item of items) {
    runUncertain(node, "the loop may end before", frame, () => {
      assignTo(node.target, item, frame);
      execute(node.body, frame);
    });
  }
  return { kind: "maybe" };
}

function executeOften(
  node: Statement<"For" | "AsyncFor" | "While">,
  item: Value,
  frame: Frame,
): Completion {
  let completion = next;
  const reason = "it is done in a loop over what isn't known";
  runUncertain(node, reason, frame, () => {
    if (node.nodeType !== "While") assignTo(node.target, item, frame);
    completion = execute(node.body, frame);
  });
  const mayReturn = completion.kind === "return" || completion.kind === "maybe";
  return mayReturn ? { kind: "maybe" } : next;
}

export function executeWhile(node: Statement<"While">, frame: Frame): Completion {
  if (truthOf(evaluate(node.test, frame)) === false) return execute(node.orelse, frame);
  return executeOften(node, unknown("it is one of many"), frame);
}

export function executeWith(node: Statement<"With" | "AsyncWith">, frame: Frame): Completion {
  for (const { context_expr: context, optional_vars: target } of node.items) {
    const value = evaluate(context, frame);
    if (target) assignTo(target, value, frame);
  }
  return execute(node.body, frame);
}

/** The database refuses nothing: only what fails in any case is handled. */
export function executeTry(node: Statement<"Try" | "TryStar">, frame: Frame): Completion {
  let completion = next;
  const run = () => {
    completion = execute(node.body, frame);
  };
  if (node.handlers.length > 0) frame.run.host.tolerant(run);
  else run();
  const [handler] = node.handlers;
  if (frame.run.isRaising && handler) {
    frame.run.isRaising = false;
    completion = execute(handler.body, frame);
  } else if (completion.kind === "next") completion = execute(node.orelse, frame);
  const last = execute(node.finalbody, frame);
  return last.kind === "next" ? completion : last;
}
