import {
  at,
  childOf,
  childrenOf,
  identifierName,
  keyName,
  unwrap,
  type Place,
} from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { chainOf, type Chain } from "./chain.js";
import { runExpression, type Awaited } from "./expressions.js";
import { listElements } from "./list-elements.js";
import { unclear } from "./outcomes.js";
import { opaque, type Receiver, type Run } from "./run.js";

/** What a call does: on what a tool hands over, of a function of ours, of a list or a promise. */
export function runCall(place: Place, run: Run, awaited: Awaited): readonly Change[] {
  const method = methodCall(place);
  const known = method && (promiseCall(method, run) ?? listCall(method, run));
  if (known) return known;
  const chain = chainOf(place, run.analysis);
  const receiver = run.receiver(chain.root);
  const fn = calledFunction(place, run);
  if (fn) return [...argumentChanges(place, run), ...run.enter(fn, argumentsOf(place), place)];
  if (receiver) return received(receiver, chain, place, run, awaited);
  return method ? onResult(method, place, run) : unknownCall(place, run);
}

interface MethodCall {
  readonly place: Place;
  readonly object: Place;
  readonly method: string;
  readonly args: readonly Place[];
}

function methodCall(place: Place): MethodCall | null {
  const callee = unwrap(childOf(place.node, "callee"));
  const object = callee?.type === "MemberExpression" ? childOf(callee, "object") : null;
  const method = callee && object && keyName(callee, "property");
  return object && method
    ? { place, object: at(place, object), method, args: argumentsOf(place) }
    : null;
}

function argumentsOf(place: Place): readonly Place[] {
  return childrenOf(place.node, "arguments").map((each) => at(place, each));
}

/** `.then(…)`, `Promise.all([…])`: what comes later runs as it stands. */
function promiseCall({ object, method, args }: MethodCall, run: Run): readonly Change[] | null {
  const [first] = args;
  if (identifierName(object.node) === "Promise") {
    if (!/^(?:all|allSettled|race|any|resolve)$/u.test(method)) return null;
    return first ? awaitedList(first, run) : [];
  }
  if (!/^(?:then|catch|finally|asCallback)$/u.test(method)) return null;
  const before = runExpression(object, run, true);
  const after = method === "then" || method === "finally" ? first : undefined;
  return [...before, ...((after && run.call(after, [])) ?? [])];
}

/** Elements that a variable holds have been run where they were made, unless they wait. */
function awaitedList(list: Place, run: Run): readonly Change[] {
  const isWritten = unwrap(list.node)?.type !== "Identifier";
  if (isWritten) return runExpression(list, run, true);
  return (run.analysis.elements(list) ?? []).flatMap((element) => {
    const chain = chainOf(element, run.analysis);
    return run.receiver(chain.root)?.lazy === true ? runExpression(element, run, true) : [];
  });
}

const perElement = new Set(["forEach", "map", "flatMap", "filter", "some", "every", "reduce"]);

/** `names.forEach((name) => …)`, unrolled where the list is known. */
function listCall(call: MethodCall, run: Run): readonly Change[] | null {
  const { object, method, args, place } = call;
  const fn = args[0] && run.analysis.evaluate(args[0]);
  if (!perElement.has(method) || fn?.is !== "function") return null;
  const before = runExpression(object, run, false);
  const elements = listElements(object, run.analysis);
  const [, initial] = args;
  if (!elements) {
    const once = run.enter(fn, [], place);
    return [...before, ...unclear(once, place, "it goes over a list that is known when it runs")];
  }
  const rounds = elements.flatMap((element, index) => {
    const number = at(element, { type: "Literal", value: index });
    return run.enter(
      fn,
      method === "reduce" ? [initial ?? element, element] : [element, number],
      place,
    );
  });
  return [...before, ...rounds];
}

function calledFunction(place: Place, run: Run) {
  const callee = childOf(place.node, place.node.type === "CallExpression" ? "callee" : "tag");
  const value = callee && run.analysis.evaluate(at(place, callee));
  return value?.is === "function" ? value : null;
}

/** What the arguments do that are calls themselves; functions are for whoever is called. */
function argumentChanges(place: Place, run: Run): readonly Change[] {
  return argumentsOf(place).flatMap((each) => runExpression(each, run, false));
}

function received(
  receiver: Receiver,
  chain: Chain,
  place: Place,
  run: Run,
  awaited: Awaited,
): readonly Change[] {
  if (chain.steps.length <= chain.awaited) return [];
  if (!receiver.lazy || awaited === true) return receiver.read(chain, run);
  if (awaited === "held") return [];
  const made = receiver.read(chain, run);
  const isNothing = made.length === 0;
  return isNothing ? [] : unclear(made, place, "nothing waits for it, so that it never runs");
}

/** A method of what some other call gives: `(await knex.select()).map(…)`. */
function onResult(call: MethodCall, place: Place, run: Run): readonly Change[] {
  return [...runExpression(call.object, run, false), ...unknownCall(place, run)];
}

/** Who is handed what a tool gives may do anything with it. */
function unknownCall(place: Place, run: Run): readonly Change[] {
  const args = argumentsOf(place);
  const isHanded = args.some((each) => {
    const chain = chainOf(each, run.analysis);
    return chain.steps.length === chain.awaited && run.receiver(chain.root) !== null;
  });
  const callee = unwrap(childOf(place.node, "callee"));
  const isHarmless =
    callee !== null && /^console$/u.test(identifierName(childOf(callee, "object")) ?? "");
  if (isHanded && !isHarmless) return [opaque(place, "what it calls can't be followed")];
  const inner = args.flatMap((each) => run.call(each, []) ?? runExpression(each, run, false));
  return unclear(inner, place, "what it is handed to can't be followed");
}
