import { expect, it } from "vitest";
import { compareWithSqlite } from "./sqlite-oracle/compare.js";

const users = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);";

// Every text is applied to a real SQLite too, and what it holds then is what our replay must give.
it.each([
  [
    "types as they are declared",
    "CREATE TABLE t (a, b INT, c VARCHAR(255), d DECIMAL(10,2), e UNSIGNED BIG INT, f DOUBLE PRECISION, g 'quoted type', h \"Other\", i [x y], j NATIVE CHARACTER(70), k bool default true, l long /* c */ text)",
  ],
  [
    "names in all quotes",
    "CREATE TABLE [my table] (\"a b\" int, 'c' int, `d``e` int, [f] int, \"select\" text, ünïcode text, PRIMARY KEY ('c', [f]))",
  ],
  [
    "defaults",
    "CREATE TABLE t (a DEFAULT 1, b DEFAULT -1, c DEFAULT +1.5e3, d DEFAULT 'it''s', e DEFAULT NULL, f DEFAULT CURRENT_TIMESTAMP, g DEFAULT (strftime('%s','now') + 1), h DEFAULT x'ab', i DEFAULT true, j TEXT DEFAULT '' NOT NULL, k DEFAULT \"word\", l DEFAULT ( 1 ), m DEFAULT bare NOT NULL)",
  ],
  [
    "keys within columns",
    "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, a TEXT UNIQUE, b TEXT CONSTRAINT ub UNIQUE ON CONFLICT IGNORE, c TEXT NOT NULL ON CONFLICT FAIL COLLATE NOCASE)",
  ],
  ["a key that goes down", "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a)"],
  [
    "keys of tables",
    "CREATE TABLE t (a, b, c, CONSTRAINT pk PRIMARY KEY (a, b DESC) ON CONFLICT REPLACE, UNIQUE (b COLLATE nocase, c), UNIQUE (c))",
  ],
  ["a counter in a key of a table", "CREATE TABLE t (id INTEGER, PRIMARY KEY (id AUTOINCREMENT))"],
  [
    "constraints without commas between them",
    "CREATE TABLE t (a, b, CONSTRAINT x UNIQUE (a) CONSTRAINT y CHECK (b > 0) FOREIGN KEY (b) REFERENCES t (a))",
  ],
  [
    "keys that share an index",
    "CREATE TABLE t (a UNIQUE, b PRIMARY KEY UNIQUE, c, UNIQUE (a), UNIQUE (A), UNIQUE (c, a), UNIQUE (a, c))",
  ],
  ["a unique row id", "CREATE TABLE t (id INTEGER PRIMARY KEY, a, UNIQUE (id))"],
  [
    "checks",
    "CREATE TABLE t (a CHECK (a > 0 AND b IN (1, 2)), b CONSTRAINT named CHECK (length(b) < 10), CHECK (a <> b OR a IS NULL) ON CONFLICT ABORT, CONSTRAINT c2 CHECK (b GLOB 'x*'))",
  ],
  [
    "generated columns",
    "CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c AS (a || ')') VIRTUAL, d TEXT AS (b + c))",
  ],
  [
    "foreign keys",
    `${users} CREATE TABLE t (a REFERENCES users, b INT CONSTRAINT fk REFERENCES users (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED, c, d, FOREIGN KEY (c, d) REFERENCES other (x, y) MATCH FULL ON DELETE SET DEFAULT ON UPDATE NO ACTION NOT DEFERRABLE, FOREIGN KEY (d) REFERENCES "USERS" ON UPDATE RESTRICT)`,
  ],
  [
    "a foreign key to what comes later",
    `CREATE TABLE t (a REFERENCES users, b REFERENCES Users (Id)); ${users}`,
  ],
  [
    "without row ids, and strict",
    "CREATE TABLE a (x TEXT, y INT, PRIMARY KEY (x, y)) WITHOUT ROWID; CREATE TABLE b (x INT PRIMARY KEY, y ANY) STRICT; CREATE TABLE c (x INTEGER PRIMARY KEY, y TEXT) STRICT; CREATE TABLE d (x INTEGER PRIMARY KEY) STRICT, WITHOUT ROWID; CREATE TABLE e (x text primary key, y) without rowid",
  ],
  [
    "what is there already, and what isn't",
    `${users} CREATE TABLE IF NOT EXISTS users (other); DROP TABLE IF EXISTS nix; DROP INDEX IF EXISTS nix; DROP VIEW IF EXISTS nix; DROP TRIGGER IF EXISTS nix`,
  ],
  [
    "tables of the connection",
    `${users} CREATE TEMP TABLE t (a); CREATE TEMPORARY VIEW v AS SELECT * FROM t; CREATE TABLE temp.u (a); INSERT INTO t SELECT id FROM users; CREATE INDEX temp.i ON t (a); DROP TABLE t; DROP TABLE temp.u; CREATE TEMP TRIGGER tr AFTER INSERT ON users BEGIN DELETE FROM users; END`,
  ],
  [
    "the main database",
    "CREATE TABLE main.t (a); CREATE INDEX main.i ON t (a); ALTER TABLE main.t ADD b",
  ],
  [
    "tables made of queries",
    `CREATE TABLE s (a INTEGER NOT NULL, b VARCHAR(3), c REAL, d DECIMAL, e, f BLOB); CREATE TABLE t AS SELECT * FROM s; CREATE TABLE u AS SELECT b AS x, a FROM s`,
  ],
  [
    "virtual tables",
    "CREATE VIRTUAL TABLE f USING fts5(title, body UNINDEXED, content='posts', tokenize = 'porter unicode61'); CREATE TABLE t (a); DROP TABLE f; CREATE VIRTUAL TABLE IF NOT EXISTS main.g USING FTS5(\"a b\", c)",
  ],
  [
    "indexes",
    `${users} CREATE INDEX a ON users (name); CREATE UNIQUE INDEX IF NOT EXISTS b ON users (name COLLATE NOCASE DESC, email ASC); CREATE INDEX c ON users (lower(name), id + 1 DESC) WHERE email IS NOT NULL AND name <> ''; CREATE INDEX "d e" ON "users" ("email"); DROP INDEX a`,
  ],
  [
    "views",
    `${users} CREATE VIEW v AS SELECT u.id, name AS n FROM users u WHERE email IS NOT NULL; CREATE VIEW IF NOT EXISTS w (x, y) AS WITH q AS (SELECT id FROM v) SELECT id, 1 FROM q UNION ALL SELECT 1, 2; CREATE VIEW gone AS SELECT 1; DROP VIEW gone`,
  ],
  [
    "triggers",
    `${users} CREATE TABLE log (a); CREATE TABLE other (a); CREATE TRIGGER t AFTER UPDATE OF name, email ON users FOR EACH ROW WHEN new.name <> old.name AND EXISTS (SELECT 1 FROM other) BEGIN INSERT INTO log SELECT name FROM users WHERE id = new.id; DELETE FROM log WHERE a = CASE WHEN 1 THEN 2 END; SELECT RAISE(ABORT, 'no'); END; CREATE TRIGGER IF NOT EXISTS u BEFORE DELETE ON users BEGIN UPDATE other SET a = 1; END; CREATE TRIGGER gone BEFORE INSERT ON users BEGIN SELECT 1; END; DROP TRIGGER gone; CREATE VIEW v AS SELECT * FROM users; CREATE TRIGGER i INSTEAD OF INSERT ON v BEGIN INSERT INTO users (name) VALUES (new.name); END`,
  ],
  [
    "what goes with a table",
    `${users} CREATE TABLE t (a REFERENCES users (id)); CREATE INDEX i ON users (name); CREATE TRIGGER tr AFTER INSERT ON users BEGIN DELETE FROM t; END; DROP TABLE users`,
  ],
  [
    "columns that are added",
    `${users} ALTER TABLE users ADD COLUMN a VARCHAR(10) NOT NULL DEFAULT 'x' CHECK (a <> ''); ALTER TABLE users ADD b INTEGER REFERENCES users (id) ON DELETE SET NULL; ALTER TABLE USERS ADD c AS (id + 1); ALTER TABLE users ADD COLUMN "d" COLLATE NOCASE`,
  ],
  [
    "columns that are dropped",
    `${users} CREATE TABLE t (a CHECK (a > 0) REFERENCES users (id), b, c REFERENCES users); ALTER TABLE t DROP COLUMN A; ALTER TABLE t DROP c`,
  ],
  [
    "columns that get another name",
    `CREATE TABLE p (id INTEGER PRIMARY KEY, Name TEXT CHECK (length(name) > 1), code TEXT UNIQUE, g AS (name || code)); CREATE TABLE c (p_id REFERENCES p (id), p_code, FOREIGN KEY (p_code) REFERENCES p (code)); CREATE INDEX i ON p (name, lower(name)) WHERE name IS NOT NULL; ALTER TABLE p RENAME COLUMN name TO "full name"; ALTER TABLE p RENAME code TO Code2; ALTER TABLE p RENAME id TO key; ALTER TABLE c RENAME p_code TO x`,
  ],
  [
    "columns that views read get another name",
    `CREATE TABLE a (id, name, owner); CREATE TABLE b (id, a_id, name); CREATE VIEW v AS SELECT a.name, x.name AS other, owner FROM a JOIN b AS x ON x.a_id = a.id WHERE a.owner IS NOT NULL; CREATE VIEW w AS SELECT count(name) AS n, name AS "name" FROM b GROUP BY name; ALTER TABLE a RENAME name TO title; ALTER TABLE b RENAME name TO label; ALTER TABLE a RENAME owner TO holder`,
  ],
  [
    "tables that get another name",
    `${users} CREATE TABLE t (a REFERENCES users (id), b, CHECK (t.b > 0)); CREATE INDEX i ON users (lower(name)); CREATE VIEW v AS SELECT users.id FROM users, t WHERE users.id = t.a; CREATE VIEW w AS SELECT u.id FROM main.users AS u; CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM users; INSERT INTO users SELECT * FROM users; END; CREATE TRIGGER own AFTER INSERT ON users BEGIN SELECT 1; END; ALTER TABLE Users RENAME TO people; ALTER TABLE t RENAME TO "odd name"`,
  ],
  [
    "a table that is built anew",
    `PRAGMA foreign_keys=OFF; CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, boss REFERENCES users (id)); CREATE TABLE t (a REFERENCES users (id)); CREATE INDEX i ON users (name); BEGIN TRANSACTION; CREATE TABLE __new_users (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, boss REFERENCES users (id), CHECK ("__new_users"."name" <> '')); INSERT INTO __new_users (id, name) SELECT id, name FROM users; DROP TABLE users; ALTER TABLE __new_users RENAME TO users; CREATE UNIQUE INDEX i ON users (name); COMMIT; PRAGMA foreign_keys=ON`,
  ],
  [
    "a table that is put aside",
    `${users} CREATE TABLE t (a REFERENCES users (id)); ALTER TABLE users RENAME TO old; CREATE TABLE users (id INTEGER PRIMARY KEY); DROP TABLE old`,
  ],
  [
    "a column whose name only changes its letters",
    "CREATE TABLE t (a, b AS (a + 1)); CREATE INDEX i ON t (a); ALTER TABLE t RENAME COLUMN a TO A",
  ],
  [
    "rows, and what touches none",
    `${users} INSERT INTO users (name) VALUES ('a;b'); UPDATE users SET name = 'x' WHERE id IN (SELECT id FROM users); DELETE FROM users; REPLACE INTO users (id, name) VALUES (1, 'x'); ANALYZE; SELECT 1; PRAGMA user_version = 3; SAVEPOINT s; RELEASE s; REINDEX; EXPLAIN SELECT 1`,
  ],
  [
    "NOT NULL and checks of SQLite 3.53",
    `${users} ALTER TABLE users ALTER COLUMN email SET NOT NULL; ALTER TABLE users ALTER name DROP NOT NULL; ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0); ALTER TABLE users ADD CHECK (id < 10); ALTER TABLE users DROP CONSTRAINT c`,
  ],
] as const)("%s", (_what, script) => {
  const { real, ours, refusals, problems, opaque } = compareWithSqlite([script]);
  expect({ refusals, problems, opaque }).toEqual({ refusals: [], problems: [], opaque: [] });
  expect(ours).toEqual(real);
});

// What SQLite refuses is a problem of the replay, and leaves all as it was.
it.each([
  ["a table that is there", `${users} CREATE TABLE Users (a)`],
  ["a view that is there", `${users} CREATE VIEW v AS SELECT 1; CREATE VIEW V AS SELECT 2`],
  [
    "an index that is there",
    `${users} CREATE INDEX i ON users (id); CREATE INDEX I ON users (name)`,
  ],
  [
    "a trigger that is there",
    `${users} CREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT 1; END; CREATE TRIGGER T AFTER DELETE ON users BEGIN SELECT 1; END`,
  ],
  ["a column that is there", `${users} ALTER TABLE users ADD COLUMN NAME text`],
  ["a column that isn't there", `${users} ALTER TABLE users DROP COLUMN x`],
  ["a column of a primary key", `${users} ALTER TABLE users DROP COLUMN id`],
  [
    "a column that is indexed",
    `${users} CREATE INDEX i ON users (name) WHERE Email > 0; ALTER TABLE users DROP COLUMN email`,
  ],
  ["a column of a key", "CREATE TABLE t (a UNIQUE, b); ALTER TABLE t DROP a"],
  ["a column that another is made of", "CREATE TABLE t (a, b AS (a)); ALTER TABLE t DROP a"],
  ["a name that is taken", `${users} CREATE TABLE t (a); ALTER TABLE t RENAME TO users`],
  ["its own name", `${users} ALTER TABLE users RENAME TO USERS`],
  ["a column's name that is taken", `${users} ALTER TABLE users RENAME name TO Email`],
  ["what isn't there", "DROP TABLE t"],
  ["a view that isn't there", "DROP VIEW v"],
  ["an index that isn't there", "DROP INDEX i"],
  ["a trigger that isn't there", "DROP TRIGGER t"],
  ["an index of what isn't there", "CREATE INDEX i ON t (a)"],
])("a problem: %s", (_what, script) => {
  const { real, ours, refusals, problems, opaque } = compareWithSqlite([script]);
  expect({ refused: refusals.length, problems: problems.length }).toEqual({
    refused: 1,
    problems: 1,
  });
  expect(opaque).toEqual([]);
  expect(ours).toEqual(real);
});
