// Writes down the SQL with which TypeORM makes the tables of the entities on an empty database:
// node record.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { DataSource } from "typeorm";

const require = createRequire(import.meta.url);
const here = new URL(".", import.meta.url);
const { version } = JSON.parse(
  readFileSync(new URL("./package.json", pathToFileURL(require.resolve("typeorm"))), "utf8"),
);
require("reflect-metadata");

function entitiesIn(file) {
  const text = readFileSync(new URL(file, here), "utf8");
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      useDefineForClassFields: false,
      // With it `string | null` would tell TypeORM nothing.
      strictNullChecks: false,
    },
  });
  const exports = {};
  new Function("require", "exports", outputText)(require, exports);
  return Object.values(exports).filter((each) => typeof each === "function");
}

async function sqlOf(options, entities) {
  const source = new DataSource({ ...options, entities });
  await source.buildMetadatas();
  const create = source.driver.createQueryRunner.bind(source.driver);
  source.driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    runner.query = async () => [];
    runner.getTables = async () => [];
    runner.getViews = async () => [];
    runner.hasTable = async () => false;
    runner.getCurrentSchema = async () => "public";
    runner.getCurrentDatabase = async () => "shop";
    runner.createTypeormMetadataTable = async () => undefined;
    return runner;
  };
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => `${query};\n`).join("");
}

const drivers = {
  postgresql: { type: "postgres" },
  mysql: { type: "mysql", database: "shop" },
  sqlite: { type: "better-sqlite3", database: ":memory:", driver: class {} },
};
const entities = entitiesIn("entities.txt");
for (const [dialect, options] of Object.entries(drivers)) {
  const sql = await sqlOf(options, entities);
  writeFileSync(new URL(`${dialect}.sql`, here), `-- TypeORM ${version}\n${sql}`);
}
