// How much of migrations is read that are code (Knex, TypeORM, Sequelize, Kysely …), or that lie beside
// code: of any format. What couldn't be read is printed with its place.
//
//   node bench/schema/code.mjs --repo DIR --folder src/migrations [--dialect mysql] [--format typeorm]
import { parseArgs } from "node:util";
import { readTree, replay } from "@domain-isolation/schema-diff";
import { cpuSince, openRepository, treeOfCode } from "./tree-of-code.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    folder: { type: "string" },
    dialect: { type: "string", default: "postgresql" },
    format: { type: "string" },
  },
});

const repository = openRepository(values.repo);
const before = process.cpuUsage();
const input = treeOfCode(repository, values.folder, values.dialect);
const { format, migrations, problems } = readTree(input, values.format);
const changes = migrations.flatMap(({ up }) => up);
const opaque = changes.filter(({ kind }) => kind === "opaque");
const { schema, problems: refused } = replay(changes, values.dialect);
console.log(
  `${format}, ${values.dialect}: ${migrations.length} migrations, ${changes.length} changes, ` +
    `${opaque.length} opaque, ${schema.tables.length} tables, ${problems.length} problems of the tree, ` +
    `${refused.length} refused, CPU ${cpuSince(before)} s`,
);
for (const { at, reason, message } of [...opaque, ...problems, ...refused]) {
  console.log(`  ${at.file}:${at.span.start} ${reason ?? message}`);
}
