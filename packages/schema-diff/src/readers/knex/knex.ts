import type { MigrationReader, TreeFiles } from "../reader.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { byName } from "../source-code/file-order.js";
import { client } from "./client.js";

/** Migrations of Knex: modules that export `up(knex)` and `down(knex)`, in the order of their names. */
export const knex: MigrationReader = {
  format: "knex",
  detects,
  read: (input) =>
    readCodeTree(
      {
        format: "knex",
        order: byName,
        given: () => [client, null],
        self: null,
        other: () => null,
      },
      input,
    ),
};

/** How many files are looked at. */
const looked = 3;

const telling = /\.schema\s*\.?\s*|\bknex\b/iu;
const exporting = /\bup\b/u;
const others = /\bqueryInterface\b|\bMigrationInterface\b|\bKysely\b|\baddSql\b|\bkysely\b/u;

function detects(files: TreeFiles): boolean {
  return byName(files.files)
    .slice(-looked)
    .some((file) => {
      const text = files.text(file) ?? "";
      return exporting.test(text) && telling.test(text) && !others.test(text);
    });
}
