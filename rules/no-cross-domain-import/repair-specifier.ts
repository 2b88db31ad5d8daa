import { posix } from "node:path";
import type { ImportForm, ResolvedImport, TextEdit } from "@domain-isolation/model";
import type { ReachGroup } from "../reach-groups.js";
import type { PublicWay } from "./public-way.js";

/** The forms whose names are all that they take. */
const repairable: ReadonlySet<ImportForm> = new Set(["import", "export", "import-type"]);

/** What TypeScript lets one write for a source file: the ending of its output. */
const outputEndings: Readonly<Record<string, string>> = {
  ".ts": ".js",
  ".tsx": ".js",
  ".mts": ".mjs",
  ".cts": ".cjs",
};
const omittedEndings: ReadonlySet<string> = new Set([".ts", ".tsx", ".js", ".jsx"]);

/** Leads a relative import to the public entry, if that is certain to give it the same things. */
export function repairSpecifier(
  fact: ResolvedImport,
  group: ReachGroup,
  way: PublicWay,
): { readonly fix: TextEdit } | null {
  if (!isRelative(fact.specifier) || !repairable.has(fact.form)) return null;
  const wanted = new Set(fact.names.map(({ name }) => name));
  const isWhole = wanted.has("*") || wanted.size !== group.length;
  const isRenamed = group.some(({ binding }, index) => binding?.imported.name !== way.names[index]);
  if (isWhole || isRenamed) return null;
  const path = respell(fact, way.entry);
  // Only what lies between the quotes is replaced: a fact does not tell which quotes they are.
  const { start, end } = fact.span;
  if (path === null || /['"`\\$]/u.test(path) || end - start !== fact.specifier.length + 2) {
    return null;
  }
  return { fix: { span: { start: start + 1, end: end - 1 }, text: path } };
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith("./") || specifier.startsWith("../");
}

/** The path to the entry, with or without its ending as the old specifier was written. */
function respell({ file, specifier, target }: ResolvedImport, entry: string): string | null {
  const folder = posix.dirname(file);
  const spelled = spellLike(posix.join(folder, specifier), target ?? "", entry);
  if (spelled === null) return null;
  const path = posix.relative(folder, spelled);
  return isRelative(path) ? path : `./${path}`;
}

function spellLike(written: string, target: string, entry: string): string | null {
  const [bareTarget, targetEnding] = splitEnding(target);
  const [bareEntry, entryEnding] = splitEnding(entry);
  if (written === target) return targetEnding === entryEnding ? entry : null;
  const output = outputEndings[targetEnding];
  if (output !== undefined && written === bareTarget + output) {
    const ending = outputEndings[entryEnding];
    return ending === undefined ? null : bareEntry + ending;
  }
  const isBare = written === bareTarget || `${written}/index` === bareTarget;
  return isBare && omittedEndings.has(entryEnding) ? bareEntry : null;
}

function splitEnding(path: string): readonly [string, string] {
  const ending = posix.extname(path);
  return [path.slice(0, path.length - ending.length), ending];
}
