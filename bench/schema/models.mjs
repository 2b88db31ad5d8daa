// Compares what models in code declare (Drizzle, SQLAlchemy) with the schema to which the migrations
// beside them lead, as the rule schema-matches-models does. A difference is a fault of ours, or the
// repository has drifted.
//
//   node bench/schema/models.mjs --repo DIR --folder packages/db/drizzle [--dialect sqlite]
import { parseArgs } from "node:util";
import { declaredInCode, differences, readTree, replay } from "@domain-isolation/schema-diff";
import { cpuSince, openRepository, treeOfCode } from "./tree-of-code.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    folder: { type: "string" },
    dialect: { type: "string", default: "postgresql" },
  },
});

const { dialect, folder } = values;
const repository = openRepository(values.repo);
const isMigration = (file) => file.startsWith(`${folder}/`);
const models = {
  ...repository,
  files: () => repository.files().filter((file) => !isMigration(file)),
};
const before = process.cpuUsage();
const declared = declaredInCode(models, [dialect]);
const cpu = cpuSince(before);
const { migrations } = readTree(treeOfCode(repository, folder, dialect));
const { schema } = replay(
  migrations.flatMap(({ up }) => up),
  dialect,
);
const nameOf = ({ schema: space, name }) => `${space ?? ""}.${name}`;
const made = new Map(schema.tables.map((table) => [nameOf(table), table]));

for (const { source, schema: own, unread } of declared) {
  if (own.dialect === dialect) compare(source, own.tables, unread);
}

function compare(source, tables, unread) {
  const lines = tables.map((table) => {
    const other = made.get(nameOf(table));
    if (!other) return `${table.name}: no migration makes it`;
    const found = differences(table, other, { dialect, isDeclared: true });
    return found.length === 0 ? null : `${table.name}: ${found.join("; ")}`;
  });
  const names = new Set(tables.map(nameOf));
  const left = [...made.keys()].filter((name) => !names.has(name));
  console.log(
    `${source}, ${dialect}: ${tables.length} tables, ${lines.filter((line) => line === null).length} equal, ` +
      `${unread.length} unread, ${left.length} of ${made.size} undeclared; CPU ${cpu} s`,
  );
  for (const line of lines.filter((each) => each !== null)) console.log(`  ${line}`);
  for (const { at, reason } of unread) console.log(`  ${at.file}:${at.span.start} ${reason}`);
  if (left.length > 0) console.log(`  undeclared: ${left.join(", ")}`);
}
