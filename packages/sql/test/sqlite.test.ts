import { describe, expect, it } from "vitest";
import { readSql } from "../src/index.js";
import { readMarked } from "./marked-sql.js";

// What is read and written of the plain statements is what SQLite 3.40 itself reports to an
// authorizer (https://www.sqlite.org/c3ref/set_authorizer.html) when it prepares them.
describe.each([
  [
    "names",
    [
      'SELECT "i", [j], `i` FROM {r "a"}, {r [b]}, {r `t`}, {r main."a""b"}, {r Users}, {r [my table]}',
      "INSERT INTO {w 'users'} SELECT * FROM {r main.'codes'} WHERE a = 'b'",
      "SELECT * FROM {r 用户} AS u, {r other.codes} WHERE '😀' = u.a",
      "SELECT * FROM {r sqlite_master} WHERE type = 'table'",
      "SELECT 'it''s', x'ab', 1.5e3, .5, 0x1F FROM {r a} -- FROM b\n /* FROM c */",
    ],
  ],
  [
    "queries",
    [
      "SELECT * FROM {r a} WHERE i == 1 AND j NOTNULL AND i ISNULL AND i IS j AND i IS NOT j",
      "SELECT * FROM {r f} WHERE f MATCH ? AND i GLOB 'x' AND j NOT GLOB 'y'",
      "SELECT i << 1, i >> 2, ~i, i || j, i % 2 FROM {r a} ORDER BY i ASC NULLS FIRST LIMIT 1, 2",
      "SELECT * FROM {r a} WHERE i IN {r b} OR i NOT IN {r main.b} OR (i, j) IN {r [c d]} OR i IN ()",
      "SELECT * FROM {r a} INDEXED BY ai JOIN {r b} NOT INDEXED ON a.i = b.i",
      "SELECT sum(i) OVER (ORDER BY j ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM {r a}",
      "SELECT count(*) FILTER (WHERE i > 1) FROM {r a} FULL OUTER JOIN {r b} USING (i) CROSS JOIN {r t}",
      "SELECT value FROM {r a}, json_each(a.j), pragma_table_info('b')",
      "SELECT * FROM ({r a} JOIN {r b} ON a.i = b.i) JOIN (SELECT * FROM {r t}) s",
      "SELECT (SELECT i FROM {r b} LIMIT 1), EXISTS (SELECT 1 FROM {r t}) FROM {r a} ORDER BY (SELECT max(j) FROM {r x})",
      "SELECT * FROM {r a} UNION SELECT * FROM {r b} EXCEPT SELECT * FROM {r t} INTERSECT SELECT * FROM {r x}",
      "VALUES (1, 2), (3, (SELECT i FROM {r a}))",
    ],
  ],
  [
    "queries of WITH",
    [
      "WITH c AS MATERIALIZED (SELECT * FROM {r a}), d(x) AS NOT MATERIALIZED (SELECT i FROM c) SELECT * FROM d, C",
      "WITH c(x) AS (SELECT i FROM {r a} UNION ALL SELECT x + 1 FROM c WHERE x < 10) SELECT x FROM c",
      // Unlike elsewhere, all see all.
      "WITH a AS (SELECT * FROM b), b AS (SELECT 1 AS i) SELECT * FROM a",
      "WITH users AS (SELECT * FROM {r main.users}) SELECT * FROM users",
      "WITH a AS (SELECT i FROM {r b}) INSERT INTO {w a} (i) SELECT i FROM a",
      "WITH a AS (SELECT i FROM {r b}) UPDATE {w a} SET i = (SELECT i FROM a)",
      "WITH a AS (SELECT i FROM {r b}) DELETE FROM {w t} WHERE i IN a",
    ],
  ],
  [
    "changes",
    [
      "INSERT INTO {w a} (i) VALUES (1) ON CONFLICT (i) WHERE i > 0 DO UPDATE SET j = excluded.j, i = (SELECT i FROM {r b}) WHERE j > 1 RETURNING *",
      "INSERT OR REPLACE INTO {w main.a} AS q (i) VALUES (?1)",
      "INSERT OR IGNORE INTO {w a} SELECT * FROM {r b} WHERE true ON CONFLICT DO NOTHING",
      "REPLACE INTO {w a} DEFAULT VALUES",
      "UPDATE OR IGNORE {w a} SET i = b.i FROM {r b} JOIN {r t} ON b.i = t.i WHERE a.j = b.j RETURNING i",
      "UPDATE {w a} INDEXED BY ai SET (i, j) = (SELECT 1, 2 FROM {r b}) WHERE i = 2",
      "DELETE FROM {w a} NOT INDEXED WHERE i IN (SELECT i FROM {r b}) RETURNING *",
    ],
  ],
  [
    "definitions",
    [
      "CREATE TABLE IF NOT EXISTS {w n} (i INTEGER PRIMARY KEY AUTOINCREMENT, j TEXT GENERATED ALWAYS AS (i || 'x') STORED, k COLLATE NOCASE REFERENCES {r a} (i) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY (j) REFERENCES {r b}) STRICT, WITHOUT ROWID",
      "CREATE TABLE {w n} AS SELECT * FROM {r a}",
      "CREATE TEMP TABLE n AS SELECT * FROM {r a}; SELECT * FROM n, temp.n",
      "CREATE VIRTUAL TABLE IF NOT EXISTS {w n} USING fts5(i, j, content='a', tokenize = 'porter unicode61')",
      "CREATE UNIQUE INDEX IF NOT EXISTS n ON {w a} (i COLLATE NOCASE DESC, lower(j)) WHERE i > 0",
      "CREATE VIEW IF NOT EXISTS {w v} (p) AS SELECT i FROM {r a}",
      "CREATE TRIGGER IF NOT EXISTS n AFTER INSERT ON {w a} BEGIN UPDATE {w b} SET i = CASE WHEN 1 THEN 2 END; INSERT INTO {w t} VALUES (new.i); DELETE FROM {w x} WHERE i IN (SELECT i FROM {r y}); SELECT RAISE(ABORT, 'no'); END; SELECT * FROM {r z}",
      "CREATE TEMP TRIGGER n INSTEAD OF UPDATE OF i ON {w v} WHEN new.i IS NULL BEGIN DELETE FROM {w b}; END",
      "ALTER TABLE {w a} RENAME TO {w z}; ALTER TABLE {w b} RENAME i TO k; ALTER TABLE {w b} ADD k TEXT NOT NULL DEFAULT ''; ALTER TABLE {w b} DROP COLUMN j",
      "DROP TABLE IF EXISTS {w main.a}; DROP VIEW {w v}; DROP INDEX i; DROP TRIGGER t",
    ],
  ],
  [
    "what touches no table",
    [
      "PRAGMA foreign_keys = ON; PRAGMA table_info(a); PRAGMA main.cache_size = -2000; PRAGMA user_version",
      "VACUUM; VACUUM main INTO 'x'; ATTACH DATABASE 'x' AS y; DETACH y; REINDEX a; ANALYZE",
      "BEGIN IMMEDIATE; SAVEPOINT s; RELEASE s; ROLLBACK TO s; END TRANSACTION",
    ],
  ],
  ["statements in statements", ["EXPLAIN QUERY PLAN SELECT * FROM {r a}"]],
] as const)("%s", (_group, cases) => {
  it.each(cases)("%s", (marked) => {
    const { expected, reading } = readMarked(marked, "sqlite");
    expect(reading.tables).toEqual(expected);
    expect(reading.opaque).toBeNull();
  });
});

it.each([
  ["PRAGMA foreign_keys = ON", "other"],
  ["BEGIN EXCLUSIVE", "transaction"],
  ["END", "transaction"],
  ["REPLACE INTO a VALUES (1)", "insert"],
  ["CREATE TABLE a (b)", "ddl"],
])("%s: %s", (text, operation) => {
  expect(readSql([{ kind: "text", text }], "sqlite")).toMatchObject({ operation, opaque: null });
});

it.each([
  ["SELEC * FROM a", "the SQL can't be parsed: Expected: an SQL statement, found: SELEC"],
  ["SELECT * FROM a WHERE x = 'y", "the SQL can't be parsed: Unterminated string literal"],
  ["SELECT * FROM 'it''s'", "the name `it's` stands in a string"],
])("%s is opaque", (text, opaque) => {
  expect(readSql([{ kind: "text", text }], "sqlite")).toMatchObject({ tables: [], opaque });
});
