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
import { globText, literalGlob } from "./glob-text.js";
import { headLines, listLines } from "./script-text.js";
import { untranslated } from "./untranslated.js";

/** The boundaries of a map for eslint-plugin-boundaries 7, in a module of flat configuration. */
export function toBoundaries(map: DomainMap, rules: ExportedRules): string {
  const paths = claimedPaths(map.source);
  const boundaries = boundariesOf(map, rules, paths);
  const level = boundaries.some(({ rule }) => rule.level === "error") ? "error" : "warn";
  const lines = [
    ...headLines(
      [
        "Rules for eslint-plugin-boundaries, made of the domain map by check-domain-isolation: make them anew when it changes.",
        "Spread this into the list that eslint.config.js exports, and name a resolver that knows TypeScript (`import/resolver`). ESLint runs at the root of the repository, or `boundaries/root-path` names it.",
      ],
      [
        ...untranslated(map, rules),
        ...levelRemarks(boundaries, level),
        "names that begin with a dot: `*` matches none here",
      ],
    ),
    'import boundaries from "eslint-plugin-boundaries";',
    "",
    "export default [",
    "  {",
    "    plugins: { boundaries },",
    "    settings: {",
    '      "boundaries/dependency-nodes": ["import", "export", "require", "dynamic-import"],',
    ...ignoreLines(map),
    "      // Of those that stop, the first that matches says whose a file is.",
    '      "boundaries/files": [',
    ...categoryLines(map),
    ...ownerLines(paths),
    "      ],",
    "    },",
    "    rules: {",
    `      "boundaries/dependencies": ["${level}", {`,
    '        default: "allow",',
    "        policies: [",
    ...boundaries.flatMap((boundary) => policyLines(boundary, map)),
    "        ],",
    "      }],",
    "    },",
    "  },",
    "];",
  ];
  return `${lines.join("\n")}\n`;
}

/** One rule stands for two of ours. */
function levelRemarks(boundaries: readonly Boundary[], level: string): readonly string[] {
  const lower = boundaries.find(({ rule }) => rule.level !== level);
  return lower ? [`${lower.rule.name} is at level ${lower.rule.level} in the map`] : [];
}

function ignoreLines({ source: { ignore = [] } }: DomainMap): readonly string[] {
  return ignore.length === 0 ? [] : listLines('"boundaries/ignore": ', globs(ignore), "      ");
}

function globs(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => parsePattern(pattern).map(globText));
}

const testCategory = "a test";

/** What a file is beside being somebody's. */
function categoryLines(map: DomainMap): readonly string[] {
  const entries = map.domains.map(
    (domain) => [entryOf(domain), map.publicEntries(domain)] as const,
  );
  const all = [...entries, [testCategory, map.source.tests ?? []] as const];
  return all
    .filter(([, patterns]) => patterns.length > 0)
    .map(([category, patterns]) => fileLine(category, globs(patterns), ""));
}

function entryOf(domain: string): string {
  return `entry of ${domain}`;
}

/** Neighbours of one owner share a line: between them, their order doesn't matter. */
function ownerLines(paths: readonly ClaimedPath[]): readonly string[] {
  const groups: { readonly owner: string | null; readonly globs: string[] }[] = [];
  for (const { domain, segments } of paths) {
    const last = groups.at(-1);
    if (last?.owner === domain) last.globs.push(globText(segments));
    else groups.push({ owner: domain, globs: [globText(segments)] });
  }
  return groups.map((group) => fileLine(nameOf(group.owner), group.globs, ", stopMatching: true"));
}

function fileLine(category: string, patterns: readonly string[], rest: string): string {
  const list = patterns.map((pattern) => JSON.stringify(pattern)).join(", ");
  return `        { category: ${JSON.stringify(category)}, pattern: [${list}]${rest} },`;
}

function policyLines(boundary: Boundary, { source }: DomainMap): readonly string[] {
  const { from, to, isEntryOpen, rule } = boundary;
  const isTestFree = letsTestsPass(boundary) && (source.tests ?? []).length > 0;
  const types = rule.options.typeOnly === "allow" ? ', dependency: { kind: "value" }' : "";
  const target = selector(to, isEntryOpen ? entryOf(to) : null);
  return [
    "          {",
    `            from: ${selector(nameOf(from), isTestFree ? testCategory : null)},`,
    `            disallow: { to: ${target}${types} },`,
    `            message: ${JSON.stringify(sentenceOf(boundary))},`,
    "          },",
  ];
}

function selector(category: string, not: string | null): string {
  const none = not === null ? "" : `, noneOf: [${JSON.stringify(literalGlob(not))}]`;
  return `{ file: { categories: { anyOf: [${JSON.stringify(literalGlob(category))}]${none} } } }`;
}
