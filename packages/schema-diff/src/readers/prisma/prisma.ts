import { linearTree } from "../../trees/linear-tree.js";
import { byName } from "../../trees/order.js";
import { problemOf } from "../../trees/problem.js";
import type { MigrationTree, TreeProblem } from "../../trees/tree.js";
import type { MigrationReader, TreeFiles, TreeInput } from "../reader.js";
import { findScripts, type FoundScripts } from "../scripts/find-scripts.js";
import { pairScripts } from "../scripts/pair-scripts.js";
import { readPairs } from "../scripts/read-pair.js";
import type { Naming, ScriptName } from "../scripts/script.js";
import { readLock } from "./read-lock.js";

/**
 * `<timestamp>_name/migration.sql`, sorted by the names of the folders; `migration_lock.toml` gives
 * the database: https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories.
 * A `down.sql` is what its page on down migrations proposes; a `migration.ts` is no invention of
 * Prisma, but of teams that run their own beside.
 */
export const prisma: MigrationReader = {
  format: "prisma",
  detects(files) {
    const { scripts } = findScripts(files, naming);
    const hasSnapshots = files.files.some((file) => /\/\d+_[^/]*\/snapshot\.json$/u.test(file));
    return !hasSnapshots && scripts.some(({ way }) => way === "up");
  },
  read: readPrisma,
};

const naming: Naming = { depth: 1, scriptOf };

function scriptOf(path: string): ScriptName | null {
  const [, folder, file] = /^([^/]+)\/(migration\.(?:sql|[cm]?[jt]s)|down\.sql)$/u.exec(path) ?? [];
  if (folder === undefined || (file !== "migration.sql" && !/^\d/u.test(folder))) return null;
  return { version: folder, id: folder, way: file === "down.sql" ? "down" : "up" };
}

function readPrisma(input: TreeInput): MigrationTree {
  const found = findScripts(input, naming);
  const lock = readLock(input, found.base);
  const paired = pairScripts(found, (a, b) => byName(a.id, b.id));
  const dialect = lock.dialect ?? input.dialect;
  const read = readPairs(paired.pairs, { files: input, dialect, markers: null });
  return linearTree("prisma", { ...input, dialect }, read.migrations, [
    ...found.problems,
    ...lock.problems,
    ...paired.problems,
    ...withoutScript(input, found, new Set(paired.pairs.map(({ version }) => version))),
    ...read.problems,
  ]);
}

/** Prisma takes every folder for a migration, and stops at one that has no `migration.sql`. */
function withoutScript(
  { files }: TreeFiles,
  { base, isAmbiguous }: FoundScripts,
  known: ReadonlySet<string>,
): readonly TreeProblem[] {
  if (isAmbiguous) return [];
  const prefix = base === "" ? "" : `${base}/`;
  const below = files.filter((file) => file.startsWith(prefix));
  const folders = new Set(
    below.map((file) => file.slice(prefix.length).split("/")).flatMap(folderOf),
  );
  return [...folders]
    .filter((folder) => /^\d{3,}/u.test(folder) && !known.has(folder))
    .map((folder) => {
      const path = `${prefix}${folder}`;
      const message = `${path} has no migration.sql, so Prisma stops there; write it, or remove the folder`;
      return problemOf("missing file", path, message);
    });
}

function folderOf(parts: readonly string[]): readonly string[] {
  return parts.length > 1 ? parts.slice(0, 1) : [];
}
