import {
  mapFromDependencyCruiser,
  type CruiserRule,
  type CruiserSide,
  type MapProposal,
} from "@domain-isolation/map-proposal";
import { listOf, looseOf, textsOf, type Loose } from "./loose-value.js";

const aboutPaths = new Set(["path", "pathNot"]);

export function readDependencyCruiser(config: unknown, files: readonly string[]): MapProposal {
  const { forbidden, allowed, extends: base } = looseOf(config);
  const proposal = mapFromDependencyCruiser(listOf(forbidden).map(ruleOf), files);
  return {
    ...proposal,
    remarks: [
      ...proposal.remarks,
      ...(base === undefined ? [] : ["what the configuration extends is not read"]),
      ...(listOf(allowed).length === 0 ? [] : ["the rules under `allowed` are not translated"]),
    ],
  };
}

function ruleOf(value: unknown): CruiserRule {
  const { name, from, to } = looseOf(value);
  const others = [...Object.keys(looseOf(from)), ...Object.keys(looseOf(to))];
  return {
    name: typeof name === "string" ? name : "without a name",
    from: sideOf(looseOf(from)),
    to: sideOf(looseOf(to)),
    others: others.filter((key) => !aboutPaths.has(key)),
  };
}

function sideOf({ path, pathNot }: Loose): CruiserSide {
  return { path: oneExpression(path), pathNot: oneExpression(pathNot) };
}

/** Several expressions are one of which any may match. */
function oneExpression(value: unknown): string | null {
  const [first, ...rest] = textsOf(value);
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const all = [first, ...rest];
  const isAnchored = all.every((each) => each.startsWith("^"));
  const inside = all.map((each) => (isAnchored ? each.slice(1) : each)).join("|");
  return `${isAnchored ? "^" : ""}(${inside})`;
}
