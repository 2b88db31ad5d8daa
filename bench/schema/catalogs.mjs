// Compares the schema that our replay of a repository's migrations gives with the catalog of a real
// PostgreSQL in which they were run, and lists every difference.
//
//   node bench/schema/catalogs.mjs --repo DIR --folder prisma/migrations --catalog FILE
//     [--format prisma] [--last 20260101_name] [--json]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTree, replay } from "@domain-isolation/schema-diff";
import { compareDescriptions, printDifferences } from "./compare-descriptions.mjs";
import { describeCatalog } from "./describe-catalog.mjs";
import { describeSchema } from "./describe-schema.mjs";
import { treeOnDisk } from "./tree-on-disk.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    folder: { type: "string" },
    catalog: { type: "string" },
    format: { type: "string" },
    last: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const input = treeOnDisk(values.repo, values.folder, "postgresql");
const before = process.cpuUsage();
const tree = readTree(input, values.format);
const last = tree.migrations.findIndex(({ id }) => id === values.last);
const migrations = last < 0 ? tree.migrations : tree.migrations.slice(0, last + 1);
const changes = migrations.flatMap(({ up }) => up);
const { schema, problems } = replay(changes, tree.dialect);
const { user, system } = process.cpuUsage(before);

const catalog = JSON.parse(readFileSync(values.catalog, "utf8"));
const [ours, theirs] = [describeSchema(schema), describeCatalog(catalog)];
const differences = compareDescriptions(ours, theirs);

if (values.json) console.log(JSON.stringify({ differences, problems }, null, 2));
else report();

function report() {
  const opaque = changes.filter(({ kind }) => kind === "opaque");
  console.log(
    `${tree.format}: ${migrations.length} migrations of ${tree.migrations.length}, ${changes.length} changes, ` +
      `${opaque.length} opaque, ${tree.problems.length} problems of the tree, ${problems.length} of the replay, ` +
      `${((user + system) / 1e6).toFixed(2)} s of CPU (theirs: ${catalog.files} files)`,
  );
  for (const { at, reason } of opaque) console.log(`  opaque   ${at.file}: ${reason}`);
  for (const { message } of tree.problems) console.log(`  tree     ${message}`);
  for (const { at, message } of problems) console.log(`  replay   ${at.file}: ${message}`);
  printDifferences(differences, theirs, ["ours", "PostgreSQL"]);
}
