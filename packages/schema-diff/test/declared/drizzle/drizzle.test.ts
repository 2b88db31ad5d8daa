import { describe, expect, test } from "vitest";
import { declaredByDrizzle } from "../../../src/index.js";
import { codeFiles, treeAt } from "../../source-code/code-files.js";
import * as mysql from "./mysql-tables.js";
import * as postgresql from "./postgresql-tables.js";
import { shownTables, tablesOfDrizzle } from "./recorded-drizzle.js";
import * as sqlite from "./sqlite-tables.js";

const folder = "declared/drizzle";

function declaredIn(file: string) {
  const { code, files, ...tree } = treeAt(folder, "postgresql");
  const text = (path: string) => tree.text(path);
  const candidates = [`${folder}/${file}`];
  return code ? declaredByDrizzle({ candidates, files, text, code }) : [];
}

function declaredBy(files: Readonly<Record<string, string>>) {
  const text = (file: string) => files[file] ?? null;
  const names = Object.keys(files);
  return declaredByDrizzle({ candidates: names, files: names, text, code: codeFiles(text) });
}

function declaredOf(text: string) {
  return declaredBy({ "schema.ts": text });
}

describe("tables of Drizzle", () => {
  test.each([
    ["postgresql", "postgresql-tables.ts", postgresql],
    ["sqlite", "sqlite-tables.ts", sqlite],
    ["mysql", "mysql-tables.ts", mysql],
  ] as const)("are read on %s as Drizzle knows them", (dialect, file, module) => {
    const [declared, ...others] = declaredIn(file);
    expect(others).toEqual([]);
    expect(declared?.problems).toEqual([]);
    expect(declared?.schema.dialect).toBe(dialect);
    expect(shownTables(declared?.schema.tables ?? [])).toEqual(tablesOfDrizzle(module, dialect));
  });

  test("have the values of enums, and defaults as SQL", () => {
    const schema = declaredIn("postgresql-tables.ts")[0]?.schema;
    expect(schema?.types.map(({ name, values }) => [name, values])).toEqual([
      ["currency", ["eur", "usd"]],
      ["order_state", ["open", "done"]],
    ]);
    const columns = schema?.tables.flatMap((table) => table.columns) ?? [];
    const defaults = columns.flatMap(({ name, default: value }) => (value ? [[name, value]] : []));
    expect(Object.fromEntries(defaults)).toMatchObject({
      created_at: "now()",
      settings: `'{"dark":true}'`,
      state: "'open'",
      tags: `'{a,"b c"}'`,
      total: "'0'",
    });
  });

  test.each([
    ["as a configuration says", 'export default { casing: "snake_case" };', "mother_group_id"],
    [
      "as a constant says",
      'const c = "snake_case"; drizzle(pool, { casing: c });',
      "mother_group_id",
    ],
    ["as their properties", "drizzle(pool);", "motherGroupId"],
  ])("columns are called %s", (_how, client, name) => {
    const text = `
      import { integer, pgTable } from "drizzle-orm/pg-core";
      export const t = pgTable("t", { motherGroupId: integer(), other: integer("own_name") });
    `;
    const files = { "schema.ts": text, "drizzle.config.ts": `// drizzle\n${client}` };
    const columns = declaredBy(files)[0]?.schema.tables[0]?.columns;
    expect(columns?.map((column) => column.name)).toEqual([name, "own_name"]);
  });

  const twice = {
    "db/schema/users.ts": `
      import { integer, pgTable } from "drizzle-orm/pg-core";
      export const t = pgTable("t", { a: integer("a") });
    `,
    "db/old.ts": `
      import { integer, pgTable } from "drizzle-orm/pg-core";
      export const t = pgTable("t", { b: integer("b") });
    `,
  };

  test("that are declared twice aren't known", () => {
    const [declared] = declaredBy(twice);
    expect(declared?.problems).toMatchObject([
      { message: "it is declared more than once", table: { name: "t" } },
    ]);
  });

  test.each(["./schema", "./schema/*", "./schema/index.ts", "./db/schema/index.ts"])(
    "are those that drizzle-kit sees by `schema: %s`",
    (path) => {
      const config = `
        import { defineConfig } from "drizzle-kit";
        export default defineConfig({ schema: "${path}" });
      `;
      const index = 'export * from "./users";';
      const files = { "db/drizzle.config.ts": config, "db/schema/index.ts": index, ...twice };
      const [declared] = declaredBy(files);
      expect(declared?.problems).toEqual([]);
      expect(declared?.schema.tables[0]?.columns).toMatchObject([{ name: "a" }]);
    },
  );

  test.each([
    [
      "pgTable(process.env.T!, { id: integer() })",
      "the name of its table is known only when it runs",
      null,
    ],
    ["pgTable('t', columns())", "its columns are known only when it runs", "t"],
    ["pgTable('t', { id: integer(), ...columns() })", "it may have more columns", "t"],
    ["pgTable('t', { id: made('id') })", "what column id is isn't known", "t"],
    [
      "pgTable('t', { id: integer().references(() => other.id) })",
      "what id refers to isn't known",
      "t",
    ],
    [
      "pgTable('t', { id: integer() }, (t) => [made(t.id)])",
      "one of its keys or indexes isn't known",
      "t",
    ],
    [
      "pgTable('t', { id: integer() }, (t) => made(t))",
      "its keys and indexes are known only when it runs",
      "t",
    ],
  ])("what of %s can't be read is told", (written, reason, table) => {
    const text = `
      import { integer, pgTable } from "drizzle-orm/pg-core";
      import { columns, made, other } from "elsewhere";
      export const t = ${written};
    `;
    const problems = declaredOf(text)[0]?.problems ?? [];
    expect(problems).toMatchObject([{ message: expect.stringContaining(reason) as unknown }]);
    expect(problems[0]?.table?.name ?? null).toBe(table);
    expect(text.slice(problems[0]?.at.span.start)).toMatch(/^pgTable/u);
  });

  test("what types and defaults are known only when it runs is unknown, and nothing else", () => {
    const text = `
      import { customType, integer, pgTable } from "drizzle-orm/pg-core";
      const own = customType({ dataType: (config) => config.type });
      export const t = pgTable("t", { a: own("a"), b: integer("b").default(Number(process.env.B)) });
    `;
    const [declared] = declaredOf(text);
    expect(declared?.problems).toEqual([]);
    expect(declared?.schema.tables[0]?.columns).toMatchObject([
      { name: "a", type: "unknown" },
      { name: "b", type: "integer", default: "unknown" },
    ]);
  });
});
