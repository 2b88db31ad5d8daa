import { problemOf, unreadable } from "../../trees/problem.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { TreeFiles } from "../reader.js";

interface SumComparison {
  /** Files that `atlas.sum` lacks: Atlas stops there. */
  readonly unlisted: ReadonlySet<string>;
  readonly problems: readonly TreeProblem[];
}

/** Compares the files of a folder with what `atlas.sum` lists: `h1:…`, then `name h1:…` for each. */
export function compareWithSum(
  files: TreeFiles,
  base: string,
  scripts: readonly string[],
): SumComparison {
  const inBase = (name: string) => (base === "" ? name : `${base}/${name}`);
  const sum = inBase("atlas.sum");
  const text = files.files.includes(sum) ? files.text(sum) : null;
  if (text === null) return { unlisted: new Set(), problems: [unreadable(sum)] };
  const listed = [...text.matchAll(/^(\S.*\S|\S)\s+h1:\S*\s*$/gmu)].map(([, name = ""]) =>
    inBase(name),
  );
  const known = new Set(listed);
  const there = new Set(scripts);
  const unlisted = scripts.filter((file) => !known.has(file) && !isLeftOut(files, file));
  return {
    unlisted: new Set(unlisted),
    problems: [
      ...unlisted.map((file) => notListed(file, sum)),
      ...listed.filter((file) => !there.has(file)).map((file) => missing(file, sum)),
    ],
  };
}

/** `-- atlas:sum ignore` keeps a file out of the sum. */
function isLeftOut(files: TreeFiles, file: string): boolean {
  return /^\s*(?:--|#)\s*atlas:sum\s+ignore/mu.test(files.text(file) ?? "");
}

function notListed(file: string, sum: string): TreeProblem {
  const message = `${sum} doesn't list ${file}, so Atlas refuses to run it; run \`atlas migrate hash\``;
  return problemOf("ignored file", file, message);
}

function missing(file: string, sum: string): TreeProblem {
  const message = `${sum} lists ${file}, which isn't there; restore it, or run \`atlas migrate hash\``;
  return problemOf("missing file", sum, message);
}
