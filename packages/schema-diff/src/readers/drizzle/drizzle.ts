import { byName } from "../../trees/order.js";
import type { MigrationReader, TreeFiles } from "../reader.js";
import { findScripts } from "../scripts/find-scripts.js";
import type { Naming, ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { breakpoints } from "./breakpoints.js";
import { isJournal, readJournaled } from "./read-journaled.js";

/**
 * Up to drizzle-kit 0.31 `meta/_journal.json` says which files run, and in which order; from 1.0 on
 * each migration is a folder, `<timestamp>_name/migration.sql` with its `snapshot.json`, sorted by
 * name: https://orm.drizzle.team/docs/drizzle-kit-migrate
 */
export const drizzle: MigrationReader = {
  format: "drizzle",
  detects: (files) => hasJournal(files) || hasSnapshots(files),
  read: (input) => (hasJournal(input) ? readJournaled(input) : folders.read(input)),
};

const naming: Naming = { depth: 1, scriptOf };

const folders = scriptReader({
  format: "drizzle",
  naming,
  order: (a, b) => byName(a.id, b.id),
  misnamed: "isn't `migration.sql`",
  markers: breakpoints,
});

function scriptOf(path: string): ScriptName | null {
  const [, folder] = /^(\d[^/]*)\/migration\.sql$/u.exec(path) ?? [];
  return folder === undefined ? null : { version: folder, id: folder, way: "up" };
}

function hasJournal({ files }: TreeFiles): boolean {
  return files.some(isJournal);
}

function hasSnapshots(files: TreeFiles): boolean {
  const snapshots = new Set(files.files.filter((file) => file.endsWith("/snapshot.json")));
  return findScripts(files, naming).scripts.some(({ file }) =>
    snapshots.has(file.replace(/migration\.sql$/u, "snapshot.json")),
  );
}
