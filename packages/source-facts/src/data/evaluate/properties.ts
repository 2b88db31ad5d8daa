import { childOf, childrenOf, spanOf, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis, Properties } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import { propertyKey } from "./evaluate-member.js";

type Entry = Properties["entries"][number];

/** Objects spread into objects, and into those. */
const deepest = 8;

/** The properties of an object literal, behind whatever name it has; spreads are followed. */
export function readProperties(place: Place, analysis: Analysis, depth = 0): Properties | null {
  const value = analysis.evaluate(place);
  if (value?.is !== "object" || value.place.node.type !== "ObjectExpression") return null;
  const entries: Entry[] = [];
  let opaque: string | null = null;
  for (const property of childrenOf(value.place.node, "properties")) {
    const found = propertyEntries(property, value.place, analysis, depth);
    entries.push(...found.entries);
    opaque ??= found.opaque;
  }
  return { entries, opaque };
}

function propertyEntries(
  property: SyntaxNode,
  object: Place,
  analysis: Analysis,
  depth: number,
): Properties {
  if (property.type === "SpreadElement") return spreadEntries(property, object, analysis, depth);
  const name = childOf(property, "key");
  const value = childOf(property, "value");
  const key =
    propertyKey(property) ??
    (name && property.computed === true ? analysis.constant(at(object, name)) : null);
  if (!name || !value || key === null) {
    return {
      entries: [],
      opaque: `the key ${written(property, object)} is worked out when it runs`,
    };
  }
  return { entries: [{ key, name: at(object, name), value: at(object, value) }], opaque: null };
}

/** `...(condition && { a })`, `...(condition ? { a } : {})`, `...constant`, `...build()` */
function spreadEntries(
  spread: SyntaxNode,
  object: Place,
  analysis: Analysis,
  depth: number,
): Properties {
  const argument = unwrap(childOf(spread, "argument"));
  const branches = argument ? spreadBranches(argument) : [];
  const read = branches.map((branch) => spreadBranch(at(object, branch), analysis, depth));
  const lost = read.some((each) => each === null);
  return {
    entries: read.flatMap((each) => each?.entries ?? []),
    opaque: lost
      ? `${written(spread, object)} is put in when it runs`
      : (read.find((each) => each?.opaque)?.opaque ?? null),
  };
}

function spreadBranch(branch: Place, analysis: Analysis, depth: number): Properties | null {
  if (isNothing(branch.node)) return { entries: [], opaque: null };
  return depth < deepest ? readProperties(branch, analysis, depth + 1) : null;
}

function spreadBranches(node: SyntaxNode): readonly SyntaxNode[] {
  const keys =
    node.type === "ConditionalExpression"
      ? ["consequent", "alternate"]
      : node.type === "LogicalExpression"
        ? node.operator === "&&"
          ? ["right"]
          : ["left", "right"]
        : null;
  if (!keys) return [node];
  return keys.flatMap((key) => {
    const branch = unwrap(childOf(node, key));
    return branch ? spreadBranches(branch) : [];
  });
}

/** `undefined`, `null`, `false`: they spread to nothing. */
function isNothing(node: SyntaxNode): boolean {
  return node.type === "Literal" || (node.type === "Identifier" && node.name === "undefined");
}

function written(node: SyntaxNode, { module }: Place): string {
  const { start, end } = spanOf(node);
  const text = module.source.text.slice(start, end).replaceAll(/\s+/gu, " ");
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
