import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSql, type SqlDialect, type SqlSegment } from "../src/index.js";
import { plainName } from "./marked-sql.js";
import { identifier, table, unknown, value } from "./sql-tag.js";

const dialects: readonly SqlDialect[] = ["postgresql", "mysql", "sqlite"];
const text = (it: string): readonly SqlSegment[] => [{ kind: "text", text: it }];

const words = fc.constantFrom(
  ...["SELECT", "FROM", "WHERE", "JOIN", "ON", "WITH", "AS", "INSERT INTO", "VALUES", "UPDATE"],
  ...["SET", "DELETE", "USING", "IN", "EXISTS", "(", ")", ",", ";", ".", "*", "=", "a", "b", '"C"'],
  ...[
    "`d`",
    "'e'",
    "用户",
    "😀",
    "1",
    "?",
    ":f",
    "$1",
    "$$",
    "--\n",
    "/*",
    "*/",
    "'",
    "\ud800",
    "\0",
  ],
  ...["FOR UPDATE", "CREATE TABLE", "DROP TABLE", "ALTER TABLE", "BEGIN", "END", "UNION", "LIMIT"],
);
const sqlLike = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(" "));
const segments = fc.array(
  fc.oneof(
    fc
      .oneof(sqlLike, fc.string({ unit: "binary" }))
      .map((it) => ({ kind: "text" as const, text: it })),
    fc.constantFrom<SqlSegment>(value, identifier, unknown, table('us"ers'), table("t", "s")),
  ),
  { maxLength: 8 },
);

describe.each(dialects)("any text in %s", (dialect) => {
  it("is read without a throw, and says only places that are there", () => {
    fc.assert(
      fc.property(segments, (parts) => {
        for (const { segment, start, end } of readSql(parts, dialect).tables) {
          const part = parts[segment];
          expect(part?.kind === "text" || part?.kind === "table").toBe(true);
          const length = part?.kind === "text" ? part.text.length : 0;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has the table's name at the place that is told", () => {
    const quote = dialect === "mysql" ? "`" : '"';
    const char = fc.constantFrom(
      "a",
      "B",
      "_",
      "é",
      "用",
      "😀",
      " ",
      ".",
      "'",
      ";",
      "-",
      quote.repeat(2),
    );
    const quoted = fc
      .array(char, { minLength: 1, maxLength: 6 })
      .map((it) => quote + it.join("") + quote);
    const names = fc.oneof(quoted, fc.constantFrom("users", "Codes", "用户"));
    const filler = fc.constantFrom("", "/* 😀 */", "-- 用\n", "/* FROM x */\n\n", "\r\n\t");
    fc.assert(
      fc.property(names, names, filler, filler, (schema, name, before, after) => {
        const sql = `SELECT '😀用', 1 ${before} FROM ${after} ${schema}.${name}`;
        const [found] = readSql(text(sql), dialect).tables;
        expect(found && sql.slice(found.start, found.end)).toBe(`${schema}.${name}`);
        expect(found).toMatchObject({
          name: plainName(name, dialect),
          schema: plainName(schema, dialect),
        });
      }),
    );
  });
});

describe.each(dialects)("what is odd in %s", (dialect) => {
  it.each([
    ["nothing", ""],
    ["space", " \n\t"],
    ["a comment", "-- SELECT * FROM a\n/* SELECT * FROM b */"],
    ["no more than ends", ";;;"],
  ])("%s says nothing", (_what, it) => {
    expect(readSql(text(it), dialect)).toEqual({ operation: "other", tables: [], opaque: null });
  });

  it("no segment at all says nothing", () => {
    expect(readSql([], dialect)).toEqual({ operation: "other", tables: [], opaque: null });
  });

  it.each([
    ["an English sentence", "Please choose a user from the list."],
    ["another text", "DELETE /users/:id returns 404"],
    ["an open string", "SELECT 'a FROM b"],
    ["a NUL in the code", "SELECT \0 FROM a"],
    ["depth", `SELECT ${"(".repeat(30_000)}1${")".repeat(30_000)} FROM a`],
    ["a long chain", `SELECT 1${" + 1".repeat(30_000)} FROM a`],
  ])("%s is opaque", (_what, it) => {
    const { tables, opaque } = readSql(text(it), dialect);
    expect(tables).toEqual([]);
    expect(opaque).toMatch(/^the SQL can't be parsed: ./u);
  });

  it("reads on after what was too deep", () => {
    readSql(text(`SELECT 1${" + 1".repeat(40_000)} FROM a`), dialect);
    expect(readSql(text("SELECT * FROM a, b"), dialect).tables).toHaveLength(2);
  });

  it.each([
    ["a NUL in a string", "SELECT '\0' FROM a", [16]],
    ["half a surrogate pair", "SELECT '\ud83d' FROM a, 用", [16, 19]],
    ["a byte order mark", "\ufeffSELECT 1 FROM a", [15]],
    ["lines of all kinds", "SELECT 1\r\nFROM\n a\n, b", [16, 20]],
  ])("%s", (_what, it, starts) => {
    const { tables, opaque } = readSql(text(it), dialect);
    expect(tables.map(({ start }) => start)).toEqual(starts);
    expect(opaque).toBeNull();
  });

  it("a text of megabytes", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `(${String(index)}, 'a row''s text')`,
    );
    const inserts = `INSERT INTO a VALUES ${rows.join(", ")}; SELECT * FROM b`;
    expect(readSql(text(inserts), dialect).tables.map(({ name }) => name)).toEqual(["a", "b"]);
  });
});
