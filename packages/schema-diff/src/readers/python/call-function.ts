import type { Arguments } from "py-ast";
import { evaluate } from "./evaluate.js";
import { execute } from "./execute.js";
import { isExhausted, placeOf, type Frame } from "./frame.js";
import { createScope, type Scope } from "./scope.js";
import {
  mapping,
  none,
  sequence,
  text,
  unknown,
  type CallTerm,
  type FunctionValue,
  type Value,
} from "./value.js";

/** Runs a function of the files with what it is called with. */
export function callFunction(callee: FunctionValue, term: CallTerm, frame: Frame): Value {
  const { run } = frame;
  const { node, file } = callee;
  const scope = createScope(callee.scope);
  const inner = { run, file, scope };
  bind(node.args, callee.self ? [callee.self, ...term.args] : term.args, term, inner, callee.scope);
  run.depth++;
  if (isExhausted(run)) {
    run.host.unread(term.at, "its calls go too deep, or too long, to be followed");
    run.depth--;
    return unknown("it can't be followed");
  }
  const result =
    node.nodeType === "Lambda" ? evaluate(node.body, inner) : resultOf(execute(node.body, inner));
  run.depth--;
  return result;
}

function resultOf(completion: ReturnType<typeof execute>): Value {
  if (completion.kind === "maybe") return unknown("what it returns depends on a condition");
  return completion.kind === "return" ? completion.value : none;
}

function bind(
  parameters: Arguments,
  args: readonly Value[],
  term: CallTerm,
  frame: Frame,
  outer: Scope,
): void {
  const { names } = frame.scope;
  const positional = [...parameters.posonlyargs, ...parameters.args];
  const named = new Map(term.named);
  const firstDefault = positional.length - parameters.defaults.length;
  for (const [index, { arg }] of positional.entries()) {
    const value = args[index] ?? named.get(arg);
    const initial = parameters.defaults[index - firstDefault];
    names.set(arg, value ?? missing(initial, term, { ...frame, scope: outer }));
    named.delete(arg);
  }
  for (const [index, { arg }] of parameters.kwonlyargs.entries()) {
    const initial = parameters.kw_defaults[index] ?? undefined;
    names.set(arg, named.get(arg) ?? missing(initial, term, { ...frame, scope: outer }));
    named.delete(arg);
  }
  if (parameters.vararg) {
    names.set(parameters.vararg.arg, sequence("tuple", args.slice(positional.length)));
  }
  if (parameters.kwarg) {
    const rest = [...named].map(([name, value]) => [text(name), value] as const);
    names.set(parameters.kwarg.arg, mapping(rest));
  }
}

function missing(
  initial: Parameters<typeof evaluate>[0] | undefined,
  term: CallTerm,
  frame: Frame,
): Value {
  if (term.isPartial) return unknown("it is handed over in what isn't known");
  return initial ? evaluate(initial, frame) : unknown("it isn't handed over");
}

/** The place of a function's name, or of what stands for it. */
export function placeOfFunction({ node, file }: FunctionValue, frame: Frame) {
  return placeOf(node, { ...frame, file });
}
