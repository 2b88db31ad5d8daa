import { duplicatesIn } from "../../trees/duplicates.js";
import { linearTree } from "../../trees/linear-tree.js";
import { problemOf, unreadable } from "../../trees/problem.js";
import type { MigrationTree, TreeProblem } from "../../trees/tree.js";
import type { MigrationReader, TreeFiles, TreeInput } from "../reader.js";
import { includedFiles } from "./included-files.js";
import { isChangelog, otherChangelog } from "./other-changelog.js";
import { readFormatted } from "./read-formatted.js";

/**
 * Formatted SQL (https://docs.liquibase.com/concepts/changelogs/sql-format.html): changesets in the
 * order in which they stand, files in the order in which a changelog of XML, YAML or JSON includes
 * them, else by name. Changesets that are for other databases don't run; contexts and labels are
 * left to whoever runs it, and without them all run.
 */
export const liquibase: MigrationReader = { format: "liquibase", detects, read };

const looks = 10;

function detects(files: TreeFiles): boolean {
  const sql = files.files.filter((file) => file.endsWith(".sql")).slice(0, looks);
  const others = files.files.filter((file) => isChangelog.test(file)).slice(0, looks);
  return (
    sql.some((file) => isFormatted(files.text(file) ?? "")) ||
    others.some((file) => otherChangelog(files.text(file) ?? ""))
  );
}

function isFormatted(text: string): boolean {
  return /^\s*--\s*liquibase\s+formatted\s+sql/iu.test(text);
}

function read(input: TreeInput): MigrationTree {
  const { order, left, problems } = includedFiles(input);
  const found = order.map((file) => readFile(file, input));
  const sets = found.flatMap((each) => each.changesets);
  return linearTree(
    "liquibase",
    input,
    sets.map(({ migration }) => migration),
    [
      ...problems,
      ...found.flatMap((each) => each.problems),
      ...duplicatesIn(sets.map(({ migration: { id, file } }) => ({ version: id, file }))),
      ...left.filter((file) => isFormatted(input.text(file) ?? "")).map(notIncluded),
    ],
  );
}

function readFile(file: string, input: TreeInput) {
  const text = input.text(file);
  if (text === null) return { changesets: [], problems: [unreadable(file)] };
  if (!file.endsWith(".sql")) {
    const other = otherChangelog(text);
    return { changesets: other ? other.changesetsOf(file) : [], problems: [] };
  }
  if (isFormatted(text))
    return { changesets: readFormatted({ file, text, dialect: input.dialect }), problems: [] };
  return { changesets: [], problems: [unformatted(file)] };
}

function unformatted(file: string): TreeProblem {
  const message = `${file} doesn't begin with \`--liquibase formatted sql\`, so Liquibase finds no changeset in it; add that line, or move the file elsewhere`;
  return problemOf("ignored file", file, message);
}

function notIncluded(file: string): TreeProblem {
  const message = `no changelog includes ${file}, so Liquibase never runs it; include it, or remove it`;
  return problemOf("ignored file", file, message);
}
