import fc from "fast-check";
import { expect, it } from "vitest";
import { readChanges, sqlFile, type Change } from "../src/index.js";

const script = `CREATE TABLE "users" (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'a;b' CHECK (name <> ''));
CREATE INDEX i ON users (lower(name)) WHERE name IS NOT NULL; -- a comment; with a semicolon
CREATE TRIGGER t AFTER UPDATE ON users BEGIN INSERT INTO log SELECT name FROM users; END;
/* another; */ ALTER TABLE users ADD COLUMN owner REFERENCES users (id) ON DELETE CASCADE;
CREATE VIEW v AS SELECT name FROM users WHERE name LIKE '%;%';
INSERT INTO users (name) VALUES ('x'), ('y');
DROP TABLE log;
`;

function read(text: string): readonly Change[] {
  return readChanges(sqlFile("a.sql", text, "sqlite"));
}

function textOf({ at }: Change, text: string): string {
  return text.slice(at.span.start, at.span.end);
}

const whole = read(script);

it("reads the statements before a cut, and says where the one is that was cut", () => {
  fc.assert(
    fc.property(fc.nat(script.length), (cut) => {
      const text = script.slice(0, cut);
      const changes = read(text);
      const before = whole.filter(({ at }) => at.span.end < cut);
      expect(changes.slice(0, before.length)).toEqual(before);
      const rest = changes.slice(before.length);
      // A definition whose query is broken is told with what is known of it.
      expect(rest.filter(({ kind }) => kind !== "opaque").length).toBeLessThanOrEqual(1);
      for (const { at } of rest) {
        // Half of the mark of a comment stands before the statement that follows.
        expect(at.span.start).toBeGreaterThanOrEqual(before.at(-1)?.at.span.end ?? 0);
        expect(at.span.start).toBeLessThanOrEqual(whole[before.length]?.at.span.start ?? cut);
        expect(at.span.end).toBeLessThanOrEqual(cut);
      }
    }),
  );
});

it.each([
  ["an unknown statement", "FROBNICATE users WITH x;"],
  ["an unknown object", "CREATE SEQUENCE s;"],
  ["a table without its columns", "CREATE TABLE t;"],
  ["a table with a hole", "CREATE TABLE t (a, , b);"],
  ["a parenthesis too many", "CREATE TABLE t (a));"],
  ["something behind a table", "CREATE TABLE t (a) ENGINE=InnoDB;"],
  ["a key of expressions", "CREATE TABLE t (a, PRIMARY KEY (a + 1));"],
  ["an unknown action", "CREATE TABLE t (a REFERENCES u ON DELETE EXPLODE);"],
  ["an expression that is none", "CREATE TABLE t (a CHECK (1 +));"],
  ["an empty expression", "CREATE TABLE t (a CHECK ());"],
  ["an unknown change", "ALTER TABLE users SPLIT;"],
  ["a query that is none", "SELECT FROM WHERE;"],
  ["NUL", "\0;"],
  ["NUL within", "CREATE TABLE t (\0a);"],
  ["a lone quote's end", "DROP TABLE ');"],
])("says of %s that it can't be read, and reads what stands before", (_what, broken) => {
  const text = script + broken;
  const changes = read(text);
  expect(changes.slice(0, whole.length)).toEqual(whole);
  const opaque = changes.filter(({ kind }) => kind === "opaque");
  expect(opaque).toHaveLength(1);
  for (const each of opaque) expect(broken).toContain(textOf(each, text));
});

it("reads what stands behind a broken statement", () => {
  const broken = "CREATE TABLE t (a b c;\nSELEC 1;\n";
  const kinds = read(broken + script).map(({ kind }) => kind);
  expect(kinds).toEqual(["opaque", "opaque", ...whole.map(({ kind }) => kind)]);
});

it.each([
  ["a byte order mark", (text: string) => `\ufeff${text}`],
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ["no end of the last line", (text: string) => text.trimEnd().replace(/;$/u, "")],
  ["semicolons without statements", (text: string) => `;;\n${text.replaceAll(";\n", ";;\n;")};`],
])("isn't disturbed by %s", (_what, disturb) => {
  const text = disturb(script);
  const changes = read(text);
  expect(changes.map(({ kind }) => kind)).toEqual(whole.map(({ kind }) => kind));
  const statements = changes.map((change) => textOf(change, text).replaceAll("\r\n", "\n"));
  expect(statements).toEqual(whole.map((change) => textOf(change, script)));
});

it("points at names where they stand in the file", () => {
  const file = `// before\nsql\`${script}\``;
  const shift = file.indexOf(script);
  const changes = readChanges({
    ...sqlFile("a.ts", script, "sqlite"),
    spanOf: (start, end) => ({ start: start + shift, end: end + shift }),
  });
  const [table, index, , column] = changes;
  const shown = (span: { readonly start: number; readonly end: number }) =>
    file.slice(span.start, span.end);
  expect(table?.kind === "create table" && shown(table.name.span)).toBe('"users"');
  expect(
    table?.kind === "create table" && table.columns.map((each) => shown(each.definedAt.span)),
  ).toEqual(["id", "name"]);
  expect(index?.kind === "create index" && shown(index.table.span)).toBe("users");
  const [reference] = column?.kind === "add column" ? column.constraints : [];
  expect(reference?.kind === "foreign key" && shown(reference.references.span)).toBe("users");
});

it("tells what goes to a database that is attached", () => {
  const changes = read(
    "ATTACH 'x.db' AS aux; CREATE TABLE aux.t (a); INSERT INTO aux.t SELECT * FROM users",
  );
  expect(changes).toMatchObject([
    { kind: "opaque", reason: "it goes to the database `aux`, which is attached" },
    { kind: "opaque", reason: "it goes to the database `aux`, which is attached" },
  ]);
});
