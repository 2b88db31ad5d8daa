import type { ASTNode } from "py-ast";
import type { Host } from "./host.js";
import type { Modules } from "./modules.js";
import type { PythonFile } from "./parse-python.js";
import { scopeOf, type Scope } from "./scope.js";
import { unknown, type Value } from "./value.js";

/** One run of a program. */
export interface Run {
  readonly host: Host;
  readonly modules: Modules;
  /** How many steps it may still make: loops in loops can go on for ever. */
  steps: number;
  /** How many functions are being called. */
  depth: number;
  /** An exception is on its way up. */
  isRaising: boolean;
  /** What is assigned in each of the uncertain blocks around: it isn't known behind them. */
  readonly assigned: { readonly scope: Scope; readonly name: string }[][];
}

/** Where a statement is run: its file, its names. */
export interface Frame {
  readonly run: Run;
  readonly file: PythonFile;
  readonly scope: Scope;
}

export const mostSteps = 200_000;
const deepest = 40;

export function createRun(host: Host, modules: Modules): Run {
  return { host, modules, steps: mostSteps, depth: 0, isRaising: false, assigned: [] };
}

export function isExhausted(run: Run): boolean {
  return run.steps <= 0 || run.depth > deepest;
}

export function placeOf(node: ASTNode, frame: Frame) {
  return frame.file.placeOf(node);
}

export function assignName(name: string, value: Value, { scope, run }: Frame): void {
  const owner = scopeOf(name, scope);
  owner.names.set(name, value);
  for (const names of run.assigned) names.push({ scope: owner, name });
}

/** Runs a body of which it isn't known whether, or how often, it runs. */
export function runUncertain(node: ASTNode, reason: string, frame: Frame, body: () => void): void {
  const { run } = frame;
  const names: Run["assigned"][number] = [];
  run.assigned.push(names);
  run.host.uncertain(placeOf(node, frame), reason, body);
  run.assigned.splice(run.assigned.indexOf(names), 1);
  run.isRaising = false;
  for (const { scope, name } of names) {
    scope.names.set(name, unknown(`what \`${name}\` is depends on a condition or a loop`));
  }
}
