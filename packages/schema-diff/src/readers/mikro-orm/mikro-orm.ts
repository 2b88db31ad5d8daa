import type { Change } from "../../changes/change.js";
import { client } from "../knex/client.js";
import type { MigrationReader } from "../reader.js";
import type { Chain } from "../source-code/chain.js";
import { classMigrations } from "../source-code/class-migrations.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { compare, byName } from "../source-code/file-order.js";
import { textIn } from "../source-code/looked-at.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import type { Receiver, Run } from "../source-code/run.js";

/** Migrations of MikroORM: classes that extend `Migration`, by their names. */
export const mikroOrm: MigrationReader = {
  format: "mikro-orm",
  detects: (files) => textIn(files, /extends\s+Migration\b/u) && textIn(files, /@mikro-orm\//u),
  read: (input) =>
    readCodeTree(
      {
        format: "mikro-orm",
        order: byName,
        given: () => [],
        self: migration,
        other: () => null,
        migrationsIn: classMigrations,
        compare: (a, b) => compare(a.id, b.id),
      },
      input,
    ),
};

/** `this`, in a class that extends `Migration`. */
const migration: Receiver = { lazy: false, read: readMigration };

function readMigration(chain: Chain, run: Run): readonly Change[] {
  const [first, ...rest] = chain.steps;
  const [argument] = first?.args ?? [];
  if (first?.name === "getKnex") return client.read({ ...chain, steps: rest }, run);
  const sends = first?.name === "addSql" || first?.name === "execute";
  return sends && argument ? sentChanges(argument, run) : [];
}
