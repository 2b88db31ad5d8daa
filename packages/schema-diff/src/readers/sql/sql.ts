import { naturally } from "../../trees/order.js";
import type { MigrationReader, TreeFiles } from "../reader.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";

/**
 * Any folder of SQL, by name, numbers by their value. A name that ends in `down` is the way back of
 * the file that is named like it.
 */
export const sql: MigrationReader = {
  format: "sql",
  detects: (files) => readerFor(files).detects(files),
  read: (input) => readerFor(input).read(input),
};

function readerFor({ folder, files }: TreeFiles): MigrationReader {
  const below = files.map((file) => (folder === "" ? file : file.slice(folder.length + 1)));
  const ups = new Set(below.filter((path) => !down.test(path)).map(versionOf));
  return scriptReader({
    format: "sql",
    naming: { depth: "any", scriptOf: (path) => scriptOf(path, ups) },
    order: (a, b) => naturally(a.id, b.id),
    misnamed: "doesn't end in `.sql`",
  });
}

const down = /(?:^|[._/-])(?:down|undo|rollback|revert)(?:\.sql|\/[^/]*)$/iu;
const way = /(?:^|[._/-])(?:up|down|undo|rollback|revert)(?=\.sql$|\/[^/]*$)/iu;

/** What only looks like a way back is a migration like all others: `scale_down.sql`. */
function scriptOf(path: string, ups: ReadonlySet<string>): ScriptName | null {
  if (!path.endsWith(".sql")) return null;
  const isDown = down.test(path) && ups.has(versionOf(path));
  const id = path.slice(0, -".sql".length);
  return {
    version: isDown || !down.test(path) ? versionOf(path) : id,
    id,
    way: isDown ? "down" : "up",
  };
}

function versionOf(path: string): string {
  return path.replace(way, "").slice(0, -".sql".length);
}
