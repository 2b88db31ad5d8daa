// How much of a repository's Alembic migrations is read, what is opaque, and where the schema differs
// from the one that real Alembic made (see alembic-upgrade.py).
//
//   node bench/schema/alembic.mjs --repo DIR --folder migrations [--dialect sqlite] [--sql FILE]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readChanges, readTree, replay, sqlFile } from "@domain-isolation/schema-diff";
import { describeSchema } from "./describe-schema.mjs";
import { treeOnDisk } from "./tree-on-disk.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    folder: { type: "string" },
    dialect: { type: "string", default: "postgresql" },
    sql: { type: "string" },
  },
});

const input = treeOnDisk(values.repo, values.folder, values.dialect);
const before = process.cpuUsage();
const tree = readTree(input, "alembic");
const { user, system } = process.cpuUsage(before);
const directions = tree.migrations.flatMap(({ file, up, down }) => [
  { file, changes: up },
  { file, changes: down ?? [] },
]);

reportShare(
  "up",
  tree.migrations.map(({ up }) => up),
);
reportShare(
  "down",
  tree.migrations.map(({ down }) => down ?? []),
);
console.log(`${tree.heads.length} head(s), ${tree.problems.length} problem(s) of the tree`);
console.log(`${((user + system) / 1e6).toFixed(2)} CPU s`);
for (const { message } of tree.problems) console.log(`problem: ${message}`);
for (const { file, changes } of directions) {
  for (const { kind, reason, writes } of changes) {
    if (kind === "opaque") console.log(`opaque: ${file}: ${reason} (${namesOf(writes)})`);
  }
}
if (values.sql) compare();

function reportShare(direction, migrations) {
  const isOpaque = ({ kind }) => kind === "opaque";
  const whole = migrations.filter((changes) => !changes.some(isOpaque)).length;
  const all = migrations.flat();
  const read = all.filter((change) => !isOpaque(change)).length;
  console.log(
    `${direction}: ${whole} of ${migrations.length} read whole; ${read} of ${all.length} changes`,
  );
}

function namesOf(tables) {
  return tables.map(({ name }) => name).join(", ");
}

function compare() {
  const recorded = readChanges(
    sqlFile(values.sql, readFileSync(values.sql, "utf8"), values.dialect),
  );
  const theirs = describeSchema(replay(recorded, values.dialect).schema);
  const changes = tree.migrations.flatMap(({ up }) => up);
  const ours = describeSchema(replay(changes, values.dialect).schema);
  for (const [kind, lines] of Object.entries(theirs)) {
    const all = new Set([...lines.keys(), ...ours[kind].keys()]);
    const names = new Set([...all].filter((name) => !name.includes("alembic_version")));
    const different = [...names].filter((name) => lines.get(name) !== ours[kind].get(name));
    console.log(`${kind}: ${names.size - different.length} of ${names.size} equal`);
    for (const name of different) {
      console.log(
        `  ${name}: Alembic ${lines.get(name) ?? "–"}; ours ${ours[kind].get(name) ?? "–"}`,
      );
    }
  }
}
