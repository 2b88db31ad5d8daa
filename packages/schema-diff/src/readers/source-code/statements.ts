import { at, childOf, childrenOf, type Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { decide } from "./decide.js";
import { runExpression } from "./expressions.js";
import { inLoop, listElements } from "./list-elements.js";
import { either, unclear } from "./outcomes.js";
import { opaque, type Run } from "./run.js";
import { matchingCases } from "./switch-cases.js";

/** What statements do, and whether what follows them is still reached. */
export interface Flow {
  readonly changes: readonly Change[];
  readonly ends: "returns" | "throws" | null;
}

export const nothing: Flow = { changes: [], ends: null };

/** What the body of a function does, whose frame the place holds. */
export function runBody(place: Place, run: Run): readonly Change[] {
  const body = childOf(place.node, "body");
  if (!body) return [];
  if (body.type !== "BlockStatement") return runExpression(at(place, body), run, true);
  return runStatement(at(place, body), run).changes;
}

function inside(place: Place, node: Place["node"]): Place {
  const { module } = place;
  const opened = module.scopeIn(node);
  return { ...place, node, scope: opened.node === node ? opened : place.scope };
}

function runStatements(places: readonly Place[], run: Run): Flow {
  const changes: Change[] = [];
  for (const [index, place] of places.entries()) {
    const rest = () => runStatements(places.slice(index + 1), run);
    if (place.node.type === "IfStatement") {
      const flow = runIf(place, rest, run);
      return { ...flow, changes: [...changes, ...flow.changes] };
    }
    const flow = runStatement(place, run);
    changes.push(...flow.changes);
    if (flow.ends) return { changes, ends: flow.ends };
  }
  return { changes, ends: null };
}

type Runner = (place: Place, run: Run) => Flow;

const runners: Readonly<Record<string, Runner>> = {
  BlockStatement: (place, run) => {
    const block = inside(place, place.node);
    return runStatements(
      childrenOf(place.node, "body").map((each) => at(block, each)),
      run,
    );
  },
  ExpressionStatement: (place, run) => awaitedChild(place, "expression", run, false),
  ReturnStatement: (place, run) => ({
    ...awaitedChild(place, "argument", run, true),
    ends: "returns",
  }),
  ThrowStatement: () => ({ changes: [], ends: "throws" }),
  VariableDeclaration: (place, run) => ({
    changes: childrenOf(place.node, "declarations").flatMap((each) => {
      const init = childOf(each, "init");
      return init ? runExpression(at(place, init), run, "held") : [];
    }),
    ends: null,
  }),
  IfStatement: (place, run) => runIf(place, () => nothing, run),
  ForOfStatement: runForOf,
  ForStatement: runUncertainLoop,
  ForInStatement: runUncertainLoop,
  WhileStatement: runUncertainLoop,
  DoWhileStatement: runUncertainLoop,
  TryStatement: runTry,
  SwitchStatement: runSwitch,
  LabeledStatement: (place, run) => child(place, "body", run),
};

export function runStatement(place: Place, run: Run): Flow {
  return runners[place.node.type]?.(place, run) ?? nothing;
}

function child(place: Place, key: string, run: Run): Flow {
  const node = childOf(place.node, key);
  return node ? runStatement(at(place, node), run) : nothing;
}

function awaitedChild(place: Place, key: string, run: Run, awaited: boolean): Flow {
  const node = childOf(place.node, key);
  return { changes: node ? runExpression(at(place, node), run, awaited) : [], ends: null };
}

/** Where one branch leaves, what follows belongs to the other one. */
function runIf(place: Place, rest: () => Flow, run: Run): Flow {
  const test = childOf(place.node, "test");
  const before = test ? runExpression(at(place, test), run, false) : [];
  const decision = test ? decide(at(place, test), run) : null;
  const flow =
    decision === true || decision === false
      ? followed(child(place, decision ? "consequent" : "alternate", run), rest)
      : either(
          { decision, place },
          child(place, "consequent", run),
          child(place, "alternate", run),
          rest,
        );
  return { ...flow, changes: [...before, ...flow.changes] };
}

export function followed(flow: Flow, rest: () => Flow): Flow {
  if (flow.ends) return flow;
  const next = rest();
  return { changes: [...flow.changes, ...next.changes], ends: next.ends };
}

function runForOf(place: Place, run: Run): Flow {
  const [list, body] = [childOf(place.node, "right"), childOf(place.node, "body")];
  if (!list || !body) return nothing;
  const before = runExpression(at(place, list), run, false);
  const elements = listElements(at(place, list), run.analysis);
  if (!elements) return runUncertainLoop(place, run);
  const rounds = elements.map((element) => inLoop(inside(place, place.node), element));
  const changes = rounds.flatMap((round) => runStatement(at(round, body), run).changes);
  return { changes: [...before, ...changes], ends: null };
}

/** A loop of which it can't be told how often it goes round. */
function runUncertainLoop(place: Place, run: Run): Flow {
  const around = inside(place, place.node);
  const { changes } = child(around, "body", run);
  return {
    changes: unclear(changes, place, "a loop goes over what is known when it runs"),
    ends: null,
  };
}

/** What is done where it fails is not what migrates, unless it does nothing but go on. */
function runTry(place: Place, run: Run): Flow {
  const block = child(place, "block", run);
  const handler = childOf(place.node, "handler");
  const caught = handler ? child(inside(place, handler), "body", run) : nothing;
  const after =
    caught.ends === "throws" || caught.changes.every(({ kind }) => kind === "change rows")
      ? []
      : [opaque(at(place, handler ?? place.node), "it runs only where what is before it fails")];
  const last = child(place, "finalizer", run);
  return { changes: [...block.changes, ...after, ...last.changes], ends: block.ends };
}

function runSwitch(place: Place, run: Run): Flow {
  const around = inside(place, place.node);
  const cases = matchingCases(around, run);
  const flows = cases.bodies.map((statements) =>
    runStatements(
      statements.map((each) => at(around, each)),
      run,
    ),
  );
  const changes = flows.flatMap((flow) => flow.changes);
  if (!cases.decided) return { changes: unclear(changes, place, cases.reason), ends: null };
  return { changes, ends: flows[0]?.ends ?? null };
}
