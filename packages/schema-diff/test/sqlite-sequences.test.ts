import fc from "fast-check";
import { expect, it } from "vitest";
import { readChanges, replay, sqlFile } from "../src/index.js";
import { createEngine } from "./sqlite-oracle/engine.js";
import { ourCatalog } from "./sqlite-oracle/our-catalog.js";
import { realCatalog } from "./sqlite-oracle/real-catalog.js";

const table = fc.constantFrom("a", "B", '"c d"', "A");
const column = fc.constantFrom("x", "y", "Z", '"w"', "X", "v");
const type = fc.constantFrom("", "INTEGER", "text", "VARCHAR(10)", "real");
const index = fc.constantFrom("i", "J");

const setting = fc.oneof(
  fc.constantFrom("NOT NULL", "UNIQUE", "DEFAULT 1", "DEFAULT (1 + 2)", "CHECK (x <> 1)"),
  fc.constantFrom("COLLATE NOCASE", "PRIMARY KEY", "AS (x || 1)"),
  fc.tuple(table, column).map(([other, to]) => `REFERENCES ${other} (${to}) ON DELETE CASCADE`),
  table.map((other) => `REFERENCES ${other}`),
);
const definition = fc
  .tuple(column, type, fc.array(setting, { maxLength: 2 }))
  .map(([name, of, settings]) => [name, of, ...settings].join(" "));
const constraint = fc.oneof(
  column.map((name) => `PRIMARY KEY (${name})`),
  fc.tuple(column, column).map(([one, two]) => `UNIQUE (${one}, ${two} DESC)`),
  fc.tuple(table, column).map(([of, name]) => `CHECK (${of}.${name} > 0)`),
  fc.tuple(column, table).map(([name, other]) => `FOREIGN KEY (${name}) REFERENCES ${other}`),
);
const createTable = fc
  .tuple(
    table,
    fc.uniqueArray(definition, {
      minLength: 1,
      maxLength: 4,
      selector: (text) => text.toLowerCase().charAt(text.startsWith('"') ? 1 : 0),
    }),
    fc.array(constraint, { maxLength: 2 }),
  )
  .map(([name, columns, rest]) => `CREATE TABLE ${name} (${[...columns, ...rest].join(", ")})`);

const statement = fc.oneof(
  { weight: 4, arbitrary: createTable },
  fc.tuple(table, table).map(([from, to]) => `ALTER TABLE ${from} RENAME TO ${to}`),
  {
    weight: 2,
    arbitrary: fc
      .tuple(table, column, fc.constantFrom("x", "Y", "other", "new name"))
      .map(([of, from, to]) => `ALTER TABLE ${of} RENAME COLUMN ${from} TO "${to}"`),
  },
  fc.tuple(table, definition).map(([of, added]) => `ALTER TABLE ${of} ADD COLUMN ${added}`),
  fc.tuple(table, column).map(([of, dropped]) => `ALTER TABLE ${of} DROP COLUMN ${dropped}`),
  table.map((name) => `DROP TABLE ${name}`),
  fc
    .tuple(index, table, column, column)
    .map(([name, of, one, two]) => `CREATE INDEX ${name} ON ${of} (${one}, lower(${two}))`),
  fc
    .tuple(index, table, column)
    .map(
      ([name, of, one]) => `CREATE UNIQUE INDEX ${name} ON ${of} (${one} DESC) WHERE ${one} > 0`,
    ),
  index.map((name) => `DROP INDEX IF EXISTS ${name}`),
  fc.tuple(table, column).map(([of, name]) => `CREATE VIEW v AS SELECT ${name} AS k FROM ${of}`),
  fc.tuple(table, table, column).map(([one, two, name]) => {
    return `CREATE VIEW u AS SELECT m.${name}, n.${name} AS k FROM ${one} AS m JOIN ${two} n`;
  }),
  fc.constantFrom("DROP VIEW v", "DROP VIEW IF EXISTS u", "DROP TRIGGER t"),
  fc.tuple(table, table, column).map(([on, other, name]) => {
    return `CREATE TRIGGER t AFTER INSERT ON ${on} BEGIN DELETE FROM ${other} WHERE ${name} = 1; END`;
  }),
);

/** Without them most statements would find nothing to change. */
const tables = [
  'CREATE TABLE a (x INTEGER PRIMARY KEY, y TEXT, z DEFAULT 1, "w" AS (y || z), v CHECK (v > 0))',
  "CREATE TABLE B (X text, y REFERENCES A, Z int UNIQUE, v REFERENCES a (z), CHECK (b.y <> B.z))",
];

it("gives what a real SQLite holds after any sequence of statements that it takes", () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 8, maxLength: 30, size: "max" }), (further) => {
      const statements = [...tables, ...further];
      const engine = createEngine();
      try {
        engine.exec("PRAGMA foreign_keys = OFF");
        const taken = statements.filter((each) =>
          isTaken(() => {
            engine.exec(each);
          }),
        );
        const changes = readChanges(sqlFile("a.sql", taken.join(";\n"), "sqlite"));
        const { schema, problems } = replay(changes, "sqlite");
        expect({ taken, problems }).toEqual({ taken, problems: [] });
        expect({ taken, catalog: ourCatalog(schema) }).toEqual({
          taken,
          catalog: realCatalog(engine.ask),
        });
      } finally {
        engine.close();
      }
    }),
    { numRuns: 60 },
  );
});

function isTaken(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
