import type { MigrationReader } from "../reader.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { byName } from "../source-code/file-order.js";
import { textIn } from "../source-code/looked-at.js";
import { client, sqlTag } from "./client.js";

/** Migrations of Kysely: modules with `up(db)` and `down(db)`, by their names. */
export const kysely: MigrationReader = {
  format: "kysely",
  detects: (files) => textIn(files, /["']kysely["']|\bKysely</u),
  read: (input) =>
    readCodeTree(
      {
        format: "kysely",
        order: byName,
        given: () => [client],
        self: null,
        other: sqlTag,
      },
      input,
    ),
};
