import type { MigrationReader } from "../reader.js";
import type { Migration } from "../../trees/tree.js";
import { classMigrations } from "../source-code/class-migrations.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { codeFiles } from "../source-code/file-order.js";
import { textIn } from "../source-code/looked-at.js";
import { queryRunner } from "./query-runner.js";

/** Migrations of TypeORM: classes with `up(queryRunner)`, by the time at the end of their names. */
export const typeorm: MigrationReader = {
  format: "typeorm",
  detects: (files) => textIn(files, /\bMigrationInterface\b|\bqueryRunner\b/u),
  read: (input) =>
    readCodeTree(
      {
        format: "typeorm",
        order: codeFiles,
        given: () => [queryRunner],
        self: null,
        other: () => null,
        migrationsIn: classMigrations,
        compare: (a, b) => timeOf(a) - timeOf(b),
      },
      input,
    ),
};

/** As TypeORM: the last 13 characters of the name. */
function timeOf({ id }: Migration): number {
  const time = Number.parseInt(id.slice(-13), 10);
  return Number.isNaN(time) ? 0 : time;
}
