import type { MigrationReader } from "../reader.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { byName } from "../source-code/file-order.js";
import { textIn } from "../source-code/looked-at.js";
import { queryInterface } from "./query-interface.js";

/** Migrations of Sequelize's command and of umzug: modules with `up(queryInterface)`, by their names. */
export const sequelize: MigrationReader = {
  format: "sequelize",
  detects: (files) => textIn(files, /\bqueryInterface\b|\bQueryInterface\b/u),
  read: (input) =>
    readCodeTree(
      {
        format: "sequelize",
        order: byName,
        given: () => [queryInterface, null],
        self: null,
        other: () => null,
      },
      input,
    ),
};
