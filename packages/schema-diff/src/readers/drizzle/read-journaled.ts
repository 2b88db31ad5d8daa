import { duplicatesIn } from "../../trees/duplicates.js";
import { linearTree } from "../../trees/linear-tree.js";
import { problemOf, unreadable } from "../../trees/problem.js";
import type { MigrationTree, TreeProblem } from "../../trees/tree.js";
import type { TreeInput } from "../reader.js";
import type { ScriptPair } from "../scripts/pair-scripts.js";
import { readPairs } from "../scripts/read-pair.js";
import { breakpoints } from "./breakpoints.js";
import { parseJournal } from "./parse-journal.js";

export function isJournal(file: string): boolean {
  return /(?:^|\/)meta\/_journal\.json$/u.test(file);
}

/** The files that the journal lists, in its order. */
export function readJournaled(input: TreeInput): MigrationTree {
  const journals = input.files.filter(isJournal);
  const [first = ""] = journals;
  const file = journals.find((each) => baseOf(each) === input.folder) ?? first;
  if (journals.length > 1 && baseOf(file) !== input.folder) {
    return linearTree("drizzle", input, [], [severalTrees(input.folder, journals)]);
  }
  const text = input.text(file);
  const journal = text === null ? null : parseJournal(text);
  const dialect = journal?.dialect ?? input.dialect;
  const entries = (journal?.tags ?? []).map((tag) => entryOf(tag, baseOf(file)));
  const there = new Set(input.files);
  const pairs = entries.filter(({ up }) => there.has(up));
  const read = readPairs(pairs, { files: input, dialect, markers: breakpoints });
  return linearTree("drizzle", { ...input, dialect }, read.migrations, [
    ...(journal
      ? differences(entries, file, input)
      : [text === null ? unreadable(file) : broken(file)]),
    ...read.problems,
  ]);
}

function baseOf(journal: string): string {
  return journal.replace(/\/?meta\/_journal\.json$/u, "");
}

function entryOf(tag: string, base: string): ScriptPair {
  const up = base === "" ? `${tag}.sql` : `${base}/${tag}.sql`;
  return { id: tag, version: tag, up, down: null };
}

/** Where the journal and the folder disagree. */
function differences(
  entries: readonly ScriptPair[],
  journal: string,
  { files }: TreeInput,
): readonly TreeProblem[] {
  const there = new Set(files);
  const listed = new Set(entries.map(({ up }) => up));
  const base = baseOf(journal);
  return [
    ...duplicatesIn(entries.map(({ version, up }) => ({ version, file: up }))),
    ...entries.filter(({ up }) => !there.has(up)).map(({ up }) => missing(up, journal)),
    ...files
      .filter((file) => isScriptIn(file, base) && !listed.has(file))
      .map((file) => unlisted(file, journal)),
  ];
}

function isScriptIn(file: string, base: string): boolean {
  return file.endsWith(".sql") && file.split("/").slice(0, -1).join("/") === base;
}

function broken(file: string): TreeProblem {
  const message = `${file} is no journal of drizzle-kit (JSON with a list \`entries\`), so neither order nor files are known; restore it`;
  return problemOf("unreadable file", file, message);
}

function severalTrees(folder: string, journals: readonly string[]): TreeProblem {
  const bases = journals.map(baseOf).join(", ");
  const message = `${folder || "."} holds several trees of Drizzle (${bases}); name the folder of one of them`;
  return problemOf("nothing matched", folder, message);
}

function missing(file: string, journal: string): TreeProblem {
  const message = `${journal} lists ${file}, which isn't there, so Drizzle stops there; restore it, or take it off the list`;
  return problemOf("missing file", journal, message);
}

function unlisted(file: string, journal: string): TreeProblem {
  const message = `${journal} doesn't list ${file}, so Drizzle never runs it; generate it with \`drizzle-kit generate --custom\`, or remove it`;
  return problemOf("ignored file", file, message);
}
