import { at, childOf, childrenOf, unwrap, type Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { runCall } from "./calls.js";
import { chainOf } from "./chain.js";
import { decide } from "./decide.js";
import { either } from "./outcomes.js";
import type { Run } from "./run.js";
import { nothing } from "./statements.js";

/**
 * Whether somebody waits for what an expression gives; `held` is what a variable keeps, for whom it
 * may be awaited later.
 */
export type Awaited = boolean | "held";

type Runner = (place: Place, run: Run, awaited: Awaited) => readonly Change[];

const runners: Readonly<Record<string, Runner>> = {
  AwaitExpression: (place, run) => parts(place, ["argument"], run, true),
  YieldExpression: (place, run) => parts(place, ["argument"], run, true),
  CallExpression: runCall,
  TaggedTemplateExpression: runCall,
  NewExpression: runNew,
  UnaryExpression: (place, run, awaited) => parts(place, ["argument"], run, awaited),
  SpreadElement: (place, run, awaited) => parts(place, ["argument"], run, awaited),
  AssignmentExpression: (place, run) => parts(place, ["right"], run, "held"),
  BinaryExpression: (place, run, awaited) => parts(place, ["left", "right"], run, awaited),
  LogicalExpression: runLogical,
  ConditionalExpression: runConditional,
  SequenceExpression: (place, run, awaited) => each(place, "expressions", run, awaited),
  ArrayExpression: (place, run, awaited) => each(place, "elements", run, awaited),
  Identifier: (place, run, awaited) => (awaited === true ? runHeld(place, run) : []),
};

/** What an expression does when it is evaluated. */
export function runExpression(place: Place, run: Run, awaited: Awaited): readonly Change[] {
  const here = at(place, unwrap(place.node) ?? place.node);
  return runners[here.node.type]?.(here, run, awaited) ?? [];
}

function parts(place: Place, keys: readonly string[], run: Run, awaited: Awaited) {
  return keys.flatMap((key) => {
    const child = childOf(place.node, key);
    return child ? runExpression(at(place, child), run, awaited) : [];
  });
}

function each(place: Place, key: string, run: Run, awaited: Awaited): readonly Change[] {
  return childrenOf(place.node, key).flatMap((node) =>
    runExpression(at(place, node), run, awaited),
  );
}

/** `new Promise((resolve) => { … })` runs what it is given at once. */
function runNew(place: Place, run: Run): readonly Change[] {
  return childrenOf(place.node, "arguments").flatMap(
    (argument) =>
      run.call(at(place, argument), []) ?? runExpression(at(place, argument), run, false),
  );
}

function runLogical(place: Place, run: Run, awaited: Awaited): readonly Change[] {
  const left = childOf(place.node, "left");
  const before = left ? runExpression(at(place, left), run, awaited) : [];
  const decision = left && decide(at(place, left), run);
  const isTaken = place.node.operator === "&&";
  const right = parts(place, ["right"], run, awaited);
  if (typeof decision === "boolean") return decision === isTaken ? [...before, ...right] : before;
  const flow = { changes: right, ends: null };
  const [yes, no] = isTaken ? [flow, nothing] : [nothing, flow];
  return [...before, ...either({ decision, place }, yes, no, () => nothing).changes];
}

function runConditional(place: Place, run: Run, awaited: Awaited): readonly Change[] {
  const test = childOf(place.node, "test");
  const before = test ? runExpression(at(place, test), run, false) : [];
  const decision = test && decide(at(place, test), run);
  const branch = (key: string) => parts(place, [key], run, awaited);
  if (typeof decision === "boolean")
    return [...before, ...branch(decision ? "consequent" : "alternate")];
  const yes = { changes: branch("consequent"), ends: null };
  const no = { changes: branch("alternate"), ends: null };
  return [...before, ...either({ decision, place }, yes, no, () => nothing).changes];
}

/** `await query`, of a variable that holds one which has waited for that. */
function runHeld(place: Place, run: Run): readonly Change[] {
  const chain = chainOf(place, run.analysis);
  const receiver = run.receiver(chain.root);
  return receiver?.lazy === true && chain.steps.length > chain.awaited
    ? receiver.read(chain, run)
    : [];
}
