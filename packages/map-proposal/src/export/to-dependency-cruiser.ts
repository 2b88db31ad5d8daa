import { parsePattern, type DomainMap } from "@domain-isolation/model";
import {
  boundariesOf,
  letsTestsPass,
  nameOf,
  sentenceOf,
  type Boundary,
  type ExportedRules,
} from "./boundary.js";
import { claimedPaths, type ClaimedPath } from "./claimed-paths.js";
import { ownedExpression, pathExpression } from "./path-expression.js";
import { headLines, listLines } from "./script-text.js";
import { untranslated } from "./untranslated.js";

/** The boundaries of a map as `forbidden` rules of dependency-cruiser 17, in a CommonJS module. */
export function toDependencyCruiser(map: DomainMap, rules: ExportedRules): string {
  const paths = claimedPaths(map.source);
  const boundaries = boundariesOf(map, rules, paths);
  const lines = [
    ...headLines(
      [
        "Rules for dependency-cruiser, made of the domain map by check-domain-isolation: make them anew when it changes.",
        "Name this file in `extends` of your configuration, and run dependency-cruiser at the root of the repository.",
      ],
      untranslated(map, rules),
    ),
    ...constant("files", ownedLists(paths, boundaries)),
    ...constant("entries", entryLists(map, boundaries)),
    ...apartLines("ignored", map.source.ignore),
    ...(boundaries.some(letsTestsPass) ? apartLines("tests", map.source.tests) : []),
    "module.exports = {",
    "  // Imports of types are imports, too.",
    "  options: { tsPreCompilationDeps: true },",
    "  forbidden: [",
    ...boundaries.flatMap((boundary) => ruleLines(boundary, map)),
    "  ],",
    "};",
  ];
  return `${lines.join("\n")}\n`;
}

type Lists = readonly (readonly [name: string, expressions: readonly string[]])[];

function ownedLists(paths: readonly ClaimedPath[], boundaries: readonly Boundary[]): Lists {
  const owners = new Set(boundaries.flatMap(({ from, to }) => [from, to]));
  return [...owners].map((owner) => [
    nameOf(owner),
    paths
      .filter(({ domain }) => domain === owner)
      .map((path) => ownedExpression(path, paths))
      .sort(),
  ]);
}

function entryLists(map: DomainMap, boundaries: readonly Boundary[]): Lists {
  const open = new Set(boundaries.filter(({ isEntryOpen }) => isEntryOpen).map(({ to }) => to));
  return [...open].map((domain) => [domain, expressions(map.publicEntries(domain))]);
}

function expressions(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => parsePattern(pattern).map(pathExpression));
}

function constant(name: string, lists: Lists): readonly string[] {
  if (lists.length === 0) return [];
  return [
    `const ${name} = {`,
    ...lists.flatMap(([owner, values]) => listLines(`${JSON.stringify(owner)}: `, values, "  ")),
    "};",
    "",
  ];
}

function apartLines(name: string, patterns: readonly string[] = []): readonly string[] {
  if (patterns.length === 0) return [];
  const [start = "", ...values] = listLines(`const ${name} = `, expressions(patterns), "");
  return [start, ...values.slice(0, -1), "];", ""];
}

function ruleLines(boundary: Boundary, { source }: DomainMap): readonly string[] {
  const { from, to, isEntryOpen, rule } = boundary;
  const isTestFree = letsTestsPass(boundary) && (source.tests ?? []).length > 0;
  const ignored = (source.ignore ?? []).length > 0 ? ["...ignored"] : [];
  const fromNot = [...ignored, ...(isTestFree ? ["...tests"] : [])];
  const toNot = [...ignored, ...(isEntryOpen ? [`...entries[${JSON.stringify(to)}]`] : [])];
  const types = rule.options.typeOnly === "allow" ? ', dependencyTypesNot: ["type-only"]' : "";
  return [
    "    {",
    `      name: ${JSON.stringify(`${rule.name}: ${nameOf(from)} to ${to}`)},`,
    `      comment: ${JSON.stringify(`${sentenceOf(boundary)}.`)},`,
    `      severity: "${rule.level}",`,
    `      from: { path: files[${JSON.stringify(nameOf(from))}]${except(fromNot)} },`,
    `      to: { path: files[${JSON.stringify(to)}]${except(toNot)}${types} },`,
    "    },",
  ];
}

/** An empty list would except everything. */
function except(lists: readonly string[]): string {
  return lists.length === 0 ? "" : `, pathNot: [${lists.join(", ")}]`;
}
