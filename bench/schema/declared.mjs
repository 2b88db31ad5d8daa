// Compares what a schema.prisma, or the last snapshot of Drizzle, declares with the schema to which
// the migrations beside it lead. A difference is a fault of ours, or the repository has drifted.
//
//   node bench/schema/declared.mjs --repo DIR --folder prisma/migrations --prisma prisma [--major 5]
//   node bench/schema/declared.mjs --repo DIR --folder drizzle --snapshot drizzle/meta/0042_snapshot.json
import { parseArgs } from "node:util";
import * as schemaDiff from "@domain-isolation/schema-diff";
import { compareDescriptions, printDifferences } from "./compare-descriptions.mjs";
import { describeSchema } from "./describe-schema.mjs";
import { treeOnDisk } from "./tree-on-disk.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    folder: { type: "string" },
    prisma: { type: "string" },
    snapshot: { type: "string" },
    dialect: { type: "string", default: "postgresql" },
    major: { type: "string", default: "6" },
  },
});

const { readTree, replay } = schemaDiff;
const tree = readTree(treeOnDisk(values.repo, values.folder, values.dialect));
const replayed = replay(
  tree.migrations.flatMap(({ up }) => up),
  tree.dialect,
);
const declared = values.prisma === undefined ? ofSnapshot() : ofPrisma();
console.log(
  `${tree.format}, ${tree.dialect}: ${tree.migrations.length} migrations, ${tree.problems.length} problems of the tree, ` +
    `${replayed.problems.length} of the replay, ${declared.problems.length} of the declaration`,
);
for (const { at, message } of [...replayed.problems, ...declared.problems].slice(0, 10)) {
  console.log(`  ${at.file}: ${message}`);
}
const [ours, theirs] = [describeSchema(replayed.schema), describeSchema(declared.schema)];
printDifferences(compareDescriptions(ours, theirs), theirs, ["replayed", "declared"]);

function ofPrisma() {
  const { files, text } = treeOnDisk(values.repo, values.prisma, values.dialect);
  const schemas = files.filter((file) => file.endsWith(".prisma"));
  return schemaDiff.declaredByPrisma(
    schemas.map((file) => ({ file, text: text(file) })),
    { dialect: tree.dialect, major: Number(values.major) },
  );
}

function ofSnapshot() {
  const { text } = treeOnDisk(values.repo, values.folder, values.dialect);
  return schemaDiff.declaredByDrizzleSnapshot({
    file: values.snapshot,
    text: text(values.snapshot),
  });
}
