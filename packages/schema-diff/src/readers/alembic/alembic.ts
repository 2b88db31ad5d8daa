import type { Change } from "../../changes/change.js";
import { orderRevisions } from "../../trees/order-revisions.js";
import type { Migration, MigrationTree, TreeProblem } from "../../trees/tree.js";
import { createModules } from "../python/modules.js";
import { parsePython } from "../python/parse-python.js";
import type { MigrationReader, TreeFiles, TreeInput } from "../reader.js";
import { versionFolders } from "./configuration.js";
import {
  readFunction,
  readRevisionFile,
  scopeOfModule,
  type Reading,
  type RevisionFile,
} from "./read-revision.js";
import { linkRevisions, type LinkedRevision } from "./link-revisions.js";
import * as problems from "./tree-problems.js";

/** Migrations of Alembic, in Python: https://alembic.sqlalchemy.org */
export const alembic: MigrationReader = {
  format: "alembic",
  detects(files) {
    if (!files.files.some((file) => file.endsWith(".py"))) return false;
    const looksLike = (file: string) => /^\s*down_revision\b/mu.test(files.text(file) ?? "");
    return revisionPaths(files).slice(0, 5).some(looksLike);
  },
  read(input) {
    const reading = createReading(input);
    const { revisions, unread } = readFiles(input, reading);
    const linked = linkRevisions(revisions);
    const order = orderRevisions(linked.revisions);
    const byId = new Map(linked.revisions.map((each) => [each.id, each]));
    const headers = new Map(linked.revisions.map(({ id, header }) => [id, header]));
    const ordered = order.ids.flatMap((id) => byId.get(id) ?? []);
    return {
      format: "alembic",
      dialect: input.dialect,
      migrations: readMigrations(ordered, reading),
      heads: linked.heads.map(({ id }) => id),
      problems: [...unread, ...linked.problems, ...problems.circleProblems(order, headers)],
    } satisfies MigrationTree;
  },
};

function revisionPaths(files: TreeFiles): readonly string[] {
  const { folders, isRecursive } = versionFolders(files);
  return files.files.filter((file) => {
    const slash = file.lastIndexOf("/");
    const folder = file.slice(0, Math.max(slash, 0));
    const isInside = folders.some(
      (each) => folder === each || (isRecursive && folder.startsWith(`${each}/`)),
    );
    return isInside && /^(?!\.#|__init__).*\.py$/u.test(file.slice(slash + 1));
  });
}

function readFiles(input: TreeInput, reading: Reading) {
  const revisions: RevisionFile[] = [];
  const unread: TreeProblem[] = [];
  const paths = revisionPaths(input);
  for (const path of paths) {
    const text = input.text(path);
    if (text === null) unread.push(problems.unreadable(path));
    else {
      const revision = readRevisionFile(path, text, reading);
      unread.push(...problems.brokenFile(revision.file));
      if (revision.header) revisions.push(revision);
      else unread.push(problems.noRevision(revision.file));
    }
  }
  if (paths.length === 0) unread.push(problems.nothingMatched(input.folder));
  return { revisions, unread };
}

/** Absolute imports start from any of the folders above. */
function createReading(input: TreeInput): Reading {
  const { dialect, folder } = input;
  const segments = folder.split("/");
  const bases = segments.map((_, index) => segments.slice(0, segments.length - index).join("/"));
  const [, script = folder] = segments.at(-1) === "versions" ? bases : [folder, folder];
  const modules = createModules({
    bases: [...bases, ""],
    text: (file) => input.text(file),
    run: (file, text) => scopeOfModule(parsePython(file, text), reading),
  });
  const isOwn = (file: string) => script === "" || file.startsWith(`${script}/`);
  const speaksAlembic = (file: string) => /\balembic\b/u.test(input.text(file) ?? "");
  const follows = (file: string) => isOwn(file) || speaksAlembic(file);
  const reading: Reading = { dialect, modules, follows };
  return reading;
}

function readMigrations(
  ordered: readonly LinkedRevision[],
  reading: Reading,
): readonly Migration[] {
  const done: Change[] = [];
  return ordered.map(({ id, file, parents, dependsOn }) => {
    const up = readFunction("upgrade", file, done, reading) ?? [];
    for (const change of up) done.push(change);
    const down = readFunction("downgrade", file, done, reading);
    return { id, file: file.file.file, after: [...parents, ...dependsOn], up, down };
  });
}
