import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect, Schema } from "@domain-isolation/model";
import { expect, test } from "vitest";
import { alembic } from "../../src/readers/alembic/alembic.js";
import { replay } from "../../src/replay/replay.js";
import { readChanges } from "../../src/sql/read-changes.js";
import { sqlFile } from "../../src/sql/sql-text.js";
import { treeOnDisk } from "./read-tree.js";

const trees = join(fileURLToPath(new URL(".", import.meta.url)), "trees");

const cases: readonly (readonly [tree: string, dialect: Dialect])[] = [
  ["shop", "postgresql"],
  ["ledger", "sqlite"],
  ["branches", "postgresql"],
  ["branches", "sqlite"],
];

test.each(cases)("%s on %s gives the schema that real Alembic makes", (tree, dialect) => {
  const file = join(trees, tree, `${dialect}.sql`);
  const recorded = readChanges(sqlFile(file, readFileSync(file, "utf8"), dialect));
  const read = alembic.read(treeOnDisk(trees, tree, dialect));
  const changes = read.migrations.flatMap(({ up }) => up);
  expect(recorded.filter(({ kind }) => kind === "opaque")).toEqual([]);
  expect(changes.filter(({ kind }) => kind === "opaque")).toEqual([]);
  const ours = replay(changes, dialect);
  expect(ours.problems).toEqual([]);
  expect(compared(ours.schema)).toEqual(compared(replay(recorded, dialect).schema));
});

test.each(cases)("%s on %s has the order and the heads of real Alembic", (tree, dialect) => {
  const graph: unknown = JSON.parse(readFileSync(join(trees, tree, "graph.json"), "utf8"));
  const read = alembic.read(treeOnDisk(trees, tree, dialect));
  expect(read.problems.filter(({ kind }) => kind !== "several heads")).toEqual([]);
  const order = read.migrations.map(({ id }) => id);
  expect({ order, heads: read.heads.toSorted() }).toEqual(graph);
});

const places = new Set(["definedAt", "span", "file"]);

/** Without places, and without the table in which Alembic keeps its version. */
function compared(schema: Schema): unknown {
  const tables = schema.tables
    .filter(({ name }) => name !== "alembic_version")
    .map((table) => [`${table.schema ?? ""}.${table.name}`, table]);
  const whole = { ...schema, tables: Object.fromEntries(tables) as unknown };
  return JSON.parse(
    JSON.stringify(whole, (key, value: unknown) => (places.has(key) ? null : value)),
  );
}
