import { at, childOf, childrenOf, type Place } from "@domain-isolation/source-facts";
import { equals } from "./decide.js";
import type { Run } from "./run.js";

type Node = Place["node"];

/** The statements that a `switch` runs; where that can't be told, those of each case. */
export function matchingCases(
  place: Place,
  run: Run,
): {
  readonly decided: boolean;
  readonly bodies: readonly (readonly Node[])[];
  readonly reason: string;
} {
  const tested = childOf(place.node, "discriminant");
  const cases = childrenOf(place.node, "cases");
  const bodies = cases.map((_, index) => fallingThrough(cases, index));
  const reason = "a `switch` decides on it when it runs";
  let usual = -1;
  for (const [index, each] of cases.entries()) {
    const test = childOf(each, "test");
    if (!test) {
      usual = index;
      continue;
    }
    const isEqual = tested ? equals(at(place, tested), at(place, test), run) : null;
    if (isEqual === null) return { decided: false, bodies, reason };
    if (isEqual) return { decided: true, bodies: [bodies[index] ?? []], reason };
  }
  return { decided: true, bodies: usual < 0 ? [] : [bodies[usual] ?? []], reason };
}

function fallingThrough(cases: readonly Node[], from: number): readonly Node[] {
  const found: Node[] = [];
  for (const each of cases.slice(from)) {
    for (const statement of childrenOf(each, "consequent").flatMap(statementsOf)) {
      if (statement.type === "BreakStatement") return found;
      found.push(statement);
      if (statement.type === "ReturnStatement" || statement.type === "ThrowStatement") return found;
    }
  }
  return found;
}

function statementsOf(node: Node): readonly Node[] {
  return node.type === "BlockStatement" ? childrenOf(node, "body") : [node];
}
