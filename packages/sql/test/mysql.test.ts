import { describe, expect, it } from "vitest";
import { readSql } from "../src/index.js";
import { readMarked } from "./marked-sql.js";

describe.each([
  [
    "names",
    [
      "SELECT * FROM {r users}, {r Users} u, {r `Users`}, {r `shop`.`a``b`}, {r shop.users}",
      "SELECT users.id FROM {r users} users JOIN {r 用户} ON '😀' <> 'é' JOIN {r codes} ON true",
      "SELECT \"users\", 'it\\'s', 'a''b' FROM {r a} -- FROM b\n WHERE x # FROM c '\n = 1 /* FROM d */",
      // with ANSI_QUOTES
      'SELECT "a" FROM {r "users"} JOIN {r shop."codes"} ON true WHERE b = "c"',
      "SELECT 1 FROM dual UNION SELECT 2 FROM DUAL",
      "SELECT @x := 1, @@global.sql_mode FROM {r t} WHERE id = @id",
      "SELECT * FROM {r information_schema.tables} WHERE table_schema = DATABASE()",
    ],
  ],
  [
    "queries",
    [
      "SELECT STRAIGHT_JOIN * FROM {r a} STRAIGHT_JOIN {r b} FORCE INDEX (x) IGNORE INDEX FOR ORDER BY (y), {r c} NATURAL JOIN {r d} PARTITION (p)",
      "SELECT SQL_CALC_FOUND_ROWS (SELECT 1 FROM {r a}) FROM ({r b} JOIN ({r c} JOIN {r d} ON true) ON true) WHERE x IN (SELECT 1 FROM {r e}) LIMIT 1, 2",
      "SELECT * FROM {r a}, LATERAL (SELECT * FROM {r b}) x, JSON_TABLE('[]', '$[*]' COLUMNS (y INT PATH '$')) j",
      "WITH a AS (SELECT * FROM {r a}), b AS (SELECT * FROM a) SELECT * FROM A, b, {r c}",
      "WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT * FROM a, {r shop.a}",
      "(SELECT 1 FROM {r a}) UNION ALL (SELECT 2 FROM {r b} LIMIT 1) ORDER BY 1",
      "SELECT x, COUNT(*) FROM {r a} GROUP BY x WITH ROLLUP HAVING !x",
      "SELECT GROUP_CONCAT(DISTINCT x ORDER BY y SEPARATOR ',') FROM {r a} WHERE MATCH (x) AGAINST (? IN BOOLEAN MODE) AND y -> '$.a' <=> ? AND z REGEXP ? AND d > NOW() - INTERVAL ? DAY",
      "TABLE {r a}",
      "SELECT x INTO @y FROM {r a}",
      "DO (SELECT 1 FROM {r a}); SET @x = (SELECT 1 FROM {r b})",
    ],
  ],
  [
    "changes",
    [
      "INSERT IGNORE INTO {w a} (x) SELECT y FROM {r b} ON DUPLICATE KEY UPDATE x = (SELECT 1 FROM {r c})",
      "INSERT INTO {w a} SET x = ? ON DUPLICATE KEY UPDATE x = VALUES(x)",
      "INSERT LOW_PRIORITY {w a} VALUES (1) AS n ON DUPLICATE KEY UPDATE x = n.x",
      "REPLACE INTO {w shop.a} VALUES (1); REPLACE {w b} SET x = 1",
      "UPDATE {w a} SET x = (SELECT 1 FROM {r b}) ORDER BY y LIMIT 1",
      "UPDATE LOW_PRIORITY IGNORE {w a} SET x = 1",
      "UPDATE {w a} JOIN {r b} ON a.id = b.id SET a.x = b.x",
      "UPDATE {r a} JOIN {w b} AS c ON a.id = c.id SET c.x = a.x",
      "UPDATE {w a}, {w b}, {r c} SET a.x = 1, b.y = c.y WHERE a.id = b.id",
      "UPDATE {w a} LEFT JOIN (SELECT * FROM {l b} FOR UPDATE) s USING (id) SET x = s.x",
      "DELETE FROM {w a} WHERE x IN (SELECT 1 FROM {r b}) ORDER BY y LIMIT 1",
      "DELETE QUICK FROM {w a}",
      "DELETE a, c FROM {w a} JOIN {r b} ON true JOIN {w shop.d} AS c ON true",
      "DELETE FROM u USING {w users} AS u JOIN {r codes} ON true",
      "WITH a AS (SELECT 1 FROM {r b}) DELETE FROM {w c} WHERE x IN (SELECT * FROM a)",
      "TRUNCATE TABLE {w a}",
    ],
  ],
  [
    "locks",
    [
      "SELECT * FROM {l a} JOIN {l b} ON true FOR UPDATE",
      "SELECT * FROM {l a} AS x, {r b} FOR UPDATE OF x SKIP LOCKED",
      "SELECT * FROM {l a}, (SELECT * FROM {r b}) s FOR SHARE",
      "SELECT * FROM {l a} LOCK IN SHARE MODE",
      "LOCK TABLES {l a} READ, {l b} AS c WRITE",
      "LOCK TABLE {l a} WRITE; UNLOCK TABLES",
    ],
  ],
  [
    "definitions",
    [
      "CREATE TABLE IF NOT EXISTS {w a} (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, x INT REFERENCES {r b} (y), CONSTRAINT c FOREIGN KEY (x) REFERENCES {r `d`} (e) ON DELETE CASCADE, FULLTEXT KEY k (x)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
      "CREATE TABLE {w a} LIKE {r b}; CREATE TABLE {w c} AS SELECT * FROM {r d}",
      "CREATE TEMPORARY TABLE a SELECT * FROM {r b}; SELECT * FROM a; DROP TEMPORARY TABLE a",
      "ALTER TABLE {w a} ADD CONSTRAINT FOREIGN KEY (x) REFERENCES {r b} (y), ADD INDEX i (x), MODIFY z INT, RENAME TO {w c}",
      "ALTER TABLE {w a} CONVERT TO CHARACTER SET utf8mb4; ALTER TABLE {w shop.b} ENGINE=InnoDB, ALGORITHM=INPLACE",
      "RENAME TABLE {w a} TO {w b}, {w c} TO {w d}",
      "DROP TABLE IF EXISTS {w a}, {w shop.b}; DROP VIEW {w v}; DROP INDEX i ON {w c}; DROP TRIGGER t",
      "CREATE UNIQUE INDEX i ON {w a} (x(10) DESC)",
      "CREATE OR REPLACE VIEW {w v} AS SELECT * FROM {r a}",
      "CREATE TRIGGER t BEFORE INSERT ON {w a} FOR EACH ROW BEGIN IF NEW.x THEN INSERT INTO {w b} VALUES (NEW.x); END IF; SET NEW.y = CASE WHEN 1 THEN 2 END; END; SELECT 1 FROM {r c}",
      "CREATE TRIGGER t AFTER INSERT ON {w a} FOR EACH ROW UPDATE {w b} SET x = NEW.x",
      "GRANT SELECT ON {w a} TO b",
      "/*!40000 ALTER TABLE {w a} DISABLE KEYS */; /*! SELECT 1 FROM {r b} */",
    ],
  ],
  [
    "what is asked of a table",
    [
      "EXPLAIN SELECT * FROM {r a}; DESCRIBE {r b}; SHOW COLUMNS FROM {r c}; SHOW CREATE TABLE {r d}; ANALYZE TABLE {r e}",
      "SHOW TABLES; SHOW VARIABLES LIKE 'x'; USE shop; XA START 'x'; KILL 1",
    ],
  ],
] as const)("%s", (_group, cases) => {
  it.each(cases)("%s", (marked) => {
    const { expected, reading } = readMarked(marked, "mysql");
    expect(reading.tables).toEqual(expected);
    expect(reading.opaque).toBeNull();
  });
});

it.each([
  ["SELECT 1 FROM a", "select"],
  ["REPLACE INTO a VALUES (1)", "insert"],
  ["INSERT IGNORE INTO a VALUES (1)", "insert"],
  ["UPDATE a, b SET a.x = 1", "update"],
  ["WITH c AS (SELECT 1) DELETE FROM a", "delete"],
  ["ALTER TABLE a ENGINE=InnoDB", "ddl"],
  ["RENAME TABLE a TO b", "ddl"],
  ["TRUNCATE a", "ddl"],
  ["START TRANSACTION WITH CONSISTENT SNAPSHOT", "transaction"],
  ["XA COMMIT 'x'", "transaction"],
  ["SAVEPOINT a", "transaction"],
  ["SET NAMES utf8mb4", "other"],
])("%s: %s", (text, operation) => {
  expect(readSql([{ kind: "text", text }], "mysql")).toMatchObject({ operation, opaque: null });
});

it.each([
  ["SELEC * FROM a", "the SQL can't be parsed: Expected: an SQL statement, found: SELEC"],
  ["SELECT * FROM a WHERE", "the SQL can't be parsed: Expected: an expression, found: EOF"],
  ["CALL p(1)", "a procedure runs, whose statements can't be seen from here"],
  ["EXECUTE s", "a prepared statement runs, whose text can't be seen from here"],
  ["GET /users/:id", "the SQL can't be parsed: Expected: an SQL statement, found: GET"],
])("%s is opaque", (text, opaque) => {
  expect(readSql([{ kind: "text", text }], "mysql")).toMatchObject({ tables: [], opaque });
});
