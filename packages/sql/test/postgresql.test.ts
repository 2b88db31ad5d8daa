import { describe, expect, it } from "vitest";
import { readSql } from "../src/index.js";
import { readMarked } from "./marked-sql.js";

describe.each([
  [
    "names",
    [
      `SELECT * FROM {r users}`,
      `SELECT * FROM {r Users}`, // is users
      `SELECT * FROM {r "Users"} u, {r public.Users}, {r "Public"."Users"}, {r db.public.users}`,
      `SELECT * FROM {r  "a ""b"" c"}`.replace("  ", " "),
      `SELECT * FROM {r public . users}`,
      `SELECT users.id, u.users FROM {r users} users, LATERAL (SELECT u.users) x`,
      `SELECT * FROM {r 用户} JOIN {r "账号😀"} ON '😀' <> 'é' JOIN {r accounts} ON true`,
      `SELECT * FROM {r information_schema.tables}, {r pg_catalog.pg_class}`,
      `TABLE {r users}`,
      `SELECT * FROM ONLY {r users}, ONLY ({r codes})`,
    ],
  ],
  [
    "queries in queries",
    [
      `SELECT (SELECT max(x) FROM {r a}) FROM {r b} WHERE id IN (SELECT id FROM {r c}) GROUP BY 1 HAVING EXISTS (SELECT FROM {r d}) ORDER BY (SELECT 1 FROM {r e})`,
      `SELECT * FROM {r a} CROSS JOIN LATERAL (SELECT * FROM {r b} WHERE b.x = a.x) y LEFT JOIN ({r c} JOIN {r d} USING (id)) ON EXISTS (SELECT 1 FROM {r f})`,
      `SELECT 1 FROM {r a} UNION ALL (SELECT 2 FROM {r b} EXCEPT SELECT 3 FROM {r c}) ORDER BY 1`,
      `VALUES (1, (SELECT x FROM {r a}))`,
      `SELECT array(SELECT x FROM {r a}), CASE WHEN EXISTS (SELECT FROM {r b}) THEN 1 END, count(*) FILTER (WHERE x IN (SELECT 1 FROM {r c})) OVER (PARTITION BY (SELECT 1 FROM {r d})) FROM {r e}`,
      `SELECT * FROM {r a} TABLESAMPLE SYSTEM ((SELECT 1 FROM {r b}))`,
    ],
  ],
  [
    "functions are no tables",
    [
      `SELECT * FROM generate_series(1, 2) g, unnest(ARRAY[1]) u, json_to_recordset('[]') AS j(a int), ROWS FROM (f(1), g(2)) r, {r a}`,
      `SELECT * FROM f((SELECT 1 FROM {r a})), XMLTABLE('/x' PASSING y COLUMNS z int), JSON_TABLE('[]', '$' COLUMNS (a int)) t`,
      `SELECT nextval('users_id_seq'), 'users'::regclass, to_regclass('users')`,
    ],
  ],
  [
    "queries of WITH",
    [
      `WITH a AS (SELECT * FROM {r b}) SELECT * FROM a, {r c}`,
      `WITH users AS (SELECT * FROM {r users}) SELECT * FROM users`,
      `WITH users AS (SELECT * FROM {r users}) SELECT * FROM {r public.users}, users`,
      `WITH a AS (SELECT * FROM {r b}), b AS (SELECT * FROM a) SELECT * FROM b`,
      `WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT 1 FROM a) SELECT * FROM a`,
      `WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM {r c}) SELECT * FROM a`,
      `WITH a AS (WITH b AS (SELECT * FROM {r c}) SELECT * FROM b) SELECT * FROM a, {r b}`,
      `WITH a AS (SELECT 1) SELECT * FROM (WITH b AS (SELECT * FROM a) SELECT * FROM b) x WHERE EXISTS (SELECT FROM a) UNION SELECT * FROM a`,
      `WITH "A" AS (SELECT 1) SELECT * FROM {r a}, "A"`,
      `WITH a AS (DELETE FROM {w b} RETURNING *), c AS (UPDATE {w d} SET x = 1 RETURNING *) INSERT INTO {w a} SELECT * FROM a, c`,
      `WITH a AS (SELECT 1) DELETE FROM {w a} USING a`,
      `INSERT INTO {w a} WITH b AS (SELECT * FROM {r c}) SELECT * FROM b`,
    ],
  ],
  [
    "changes",
    [
      `INSERT INTO {w a} (x, y) VALUES ($1, (SELECT 1 FROM {r b}))`,
      `INSERT INTO {w s.a} AS t SELECT * FROM {r a} ON CONFLICT (x) DO UPDATE SET y = (SELECT 1 FROM {r b}) WHERE t.x IN (SELECT 1 FROM {r c}) RETURNING (SELECT 1 FROM {r d})`,
      `INSERT INTO {w a} DEFAULT VALUES`,
      `UPDATE {w a} SET x = b.x, (y, z) = (SELECT 1, 2 FROM {r c}) FROM {r b} WHERE a.id = b.id`,
      `UPDATE ONLY {w a} AS t SET x = 1 FROM (SELECT * FROM {l b} FOR UPDATE) s`,
      `DELETE FROM {w a} USING {r b}, {r a} AS c WHERE a.id = b.id RETURNING a.*`,
      `MERGE INTO {w a} USING (SELECT * FROM {r b}) s ON s.id = a.id WHEN MATCHED THEN UPDATE SET x = (SELECT 1 FROM {r c}) WHEN NOT MATCHED THEN INSERT VALUES (1)`,
      `TRUNCATE {w a}, ONLY {w s.b} CASCADE`,
      `COPY {w a} (x) FROM STDIN`,
      `COPY {r a} TO STDOUT`,
      `COPY (SELECT * FROM {r a}) TO '/tmp/x'`,
      `SELECT * INTO {w a} FROM {r b}`,
    ],
  ],
  [
    "locks",
    [
      `SELECT * FROM {l a} JOIN {l b} ON true FOR UPDATE`,
      `SELECT * FROM {l a} x, {r b} FOR NO KEY UPDATE OF x SKIP LOCKED`,
      `SELECT * FROM {l a}, {l b} FOR SHARE OF a FOR KEY SHARE OF b`,
      `SELECT * FROM (SELECT * FROM {l a} JOIN {l c} USING (id)) s, {r b} FOR UPDATE OF s`,
      `SELECT * FROM {l a} WHERE id IN (SELECT 1 FROM {r b}) FOR UPDATE`,
      `WITH a AS (SELECT * FROM {r b}) SELECT * FROM a, {l c} FOR UPDATE`,
      `SELECT * FROM ({l a} JOIN {l b} USING (id)) AS j FOR UPDATE OF j`,
      `SELECT * FROM {r users} a, {l accounts} users FOR UPDATE OF users`,
      `LOCK TABLE {l a}, {l s.b} IN SHARE ROW EXCLUSIVE MODE`,
    ],
  ],
  [
    "definitions",
    [
      `CREATE TABLE IF NOT EXISTS {w a} (x int REFERENCES {r b}, FOREIGN KEY (x) REFERENCES {r s.c} (y), LIKE {r d}) INHERITS ({w e})`,
      `CREATE TABLE {w a} PARTITION OF {w b} FOR VALUES IN (1)`,
      `CREATE TABLE {w a} AS SELECT * FROM {r b}`,
      `CREATE FOREIGN TABLE {w a} (x int) SERVER s`,
      `ALTER TABLE ONLY {w a} ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES {r b} (y), DROP COLUMN z`,
      `ALTER TABLE {w a} RENAME COLUMN b TO c`,
      `ALTER TABLE {w a} RENAME TO {w b}`,
      `ALTER TABLE {w a} ATTACH PARTITION {w b} DEFAULT`,
      `ALTER TABLE {w a} SET SCHEMA s`,
      `DROP TABLE IF EXISTS {w a}, {w s.b}, {w "A"} CASCADE`,
      `DROP VIEW {w v}; DROP MATERIALIZED VIEW {w m}; DROP INDEX i; DROP FUNCTION f(int); DROP TYPE t`,
      `CREATE UNIQUE INDEX CONCURRENTLY i ON {w a} (lower(x)) WHERE y`,
      `ALTER INDEX i RENAME TO j; REINDEX INDEX i; REINDEX TABLE {w a}`,
      `CREATE OR REPLACE VIEW {w v} AS SELECT * FROM {r a}`,
      `CREATE MATERIALIZED VIEW {w m} AS SELECT * FROM {r a}; REFRESH MATERIALIZED VIEW {w m}`,
      `CREATE TRIGGER t AFTER INSERT ON {w a} FOR EACH ROW EXECUTE FUNCTION f()`,
      `DROP TRIGGER a ON {w a}; ALTER TRIGGER t ON {w a} RENAME TO u`,
      `CREATE POLICY p ON {w a} USING (EXISTS (SELECT FROM {r b})); DROP POLICY a ON {w a}`,
      `CREATE RULE r AS ON INSERT TO {w a} DO ALSO (INSERT INTO {w b} VALUES (1); DELETE FROM {w c})`,
      `COMMENT ON TABLE {w a} IS 'x'; COMMENT ON COLUMN {w s.a}.b IS 'x'; COMMENT ON CONSTRAINT a ON {w a} IS 'x'; COMMENT ON FUNCTION f() IS 'x'`,
      `GRANT SELECT ON {w a}, {w b} TO c; GRANT USAGE ON SCHEMA s TO c; REVOKE ALL ON SEQUENCE q FROM c`,
      `CREATE SEQUENCE q OWNED BY {w a}.id; ALTER SEQUENCE q RESTART`,
      `CREATE TYPE t AS (a int); CREATE TYPE e AS ENUM ('a'); ALTER TYPE t ADD ATTRIBUTE b int; CREATE DOMAIN d AS int`,
    ],
  ],
  [
    "temporary tables are nobody's",
    [
      `CREATE TEMP TABLE a AS SELECT * FROM {r b}; INSERT INTO a SELECT * FROM {r c}; DROP TABLE a`,
      `SELECT * INTO TEMPORARY a FROM {r b}; SELECT * FROM a, {r public.a}`,
      `CREATE TEMP VIEW v AS SELECT * FROM {r b}; SELECT * FROM v, pg_temp.w`,
    ],
  ],
  [
    "statements in statements",
    [
      `EXPLAIN (ANALYZE) DELETE FROM {w a} USING {r b}`,
      `PREPARE p (int) AS SELECT * FROM {r a} WHERE id = $1`,
      `DECLARE c CURSOR FOR SELECT * FROM {r a}`,
      `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM {r a}; DELETE FROM {w b} $$`,
      `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT ''it''''s'' FROM {r a}'`,
      `CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1 FROM {r a}; SELECT CASE WHEN true THEN 1 END; END; SELECT * FROM {r b}`,
      `DO $$ BEGIN IF EXISTS (SELECT FROM {r a}) THEN UPDATE {w b} SET x = 1; END IF; PERFORM f(x) FROM {r c}; END $$`,
      `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$
      DECLARE r record; n int := (SELECT count(*) FROM {r a});
      BEGIN
        SELECT x INTO n FROM {r b}; n := (SELECT 1 FROM {r "C"}) + 1;
        FOR r IN SELECT * FROM {r d} LOOP INSERT INTO {w e} VALUES (NEW.x); INSERT INTO {w e} VALUES (1); END LOOP;
        EXECUTE 'DELETE FROM {w g}';
        RETURN NEW;
      END $f$`,
    ],
  ],
] as const)("%s", (_group, cases) => {
  it.each(cases)("%s", (marked) => {
    const { expected, reading } = readMarked(marked, "postgresql");
    expect(reading.tables).toEqual(expected);
    expect(reading.opaque).toBeNull();
  });
});

describe("what a statement does", () => {
  it.each([
    ["SELECT 1", "select"],
    ["VALUES (1)", "select"],
    ["WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a", "insert"],
    ["UPDATE a SET b = 1; SELECT 1", "update"],
    ["DELETE FROM a", "delete"],
    ["MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE", "merge"],
    ["CREATE TABLE a ()", "ddl"],
    ["DROP TABLE a", "ddl"],
    ["TRUNCATE a", "ddl"],
    ["COMMENT ON TABLE a IS NULL", "ddl"],
    ["BEGIN", "transaction"],
    ["ROLLBACK TO SAVEPOINT a", "transaction"],
    ["SET search_path = a", "other"],
    ["COPY a FROM STDIN", "other"],
    ["", "other"],
  ])("%s: %s", (text, operation) => {
    expect(readSql([{ kind: "text", text }], "postgresql").operation).toBe(operation);
  });
});

describe("what can't be read", () => {
  it.each([
    ["SELEC * FROM a", 'the SQL can\'t be parsed: syntax error at or near "SELEC"'],
    [
      "SELECT 'a FROM b",
      "the SQL can't be parsed: unterminated quoted string at or near \"'a FROM b\"",
    ],
    ["Please add a user first.", 'the SQL can\'t be parsed: syntax error at or near "Please"'],
    ["EXECUTE p(1)", "a prepared statement runs, whose text can't be seen from here"],
    ["CALL p()", "a procedure runs, whose statements can't be seen from here"],
    [
      "DO $$ BEGIN EXECUTE 'DROP TABLE ' || t; END $$",
      "a function runs SQL that is worked out when it runs",
    ],
    [
      "DO $$ BEGIN oops END $$",
      "a function's body can't be parsed: unexpected end of function definition at end of input",
    ],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE plv8 AS 'x'", "a function is written in plv8"],
    [
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS E'x'",
      "a function's body is written with `\\` escapes",
    ],
  ])("%s", (text, opaque) => {
    const reading = readSql([{ kind: "text", text }], "postgresql");
    expect(reading).toMatchObject({ tables: [], opaque });
  });

  it("costs only its own statement", () => {
    const { expected, reading } = readMarked(
      "SELECT * FROM {r a}; SELECT FROM WHERE; DELETE FROM {w b}; CALL p()",
      "postgresql",
    );
    expect(reading.tables).toEqual(expected);
    expect(reading.opaque).toBe(
      'statement 2 of 4 can\'t be parsed: syntax error at or near "WHERE"; ' +
        "a procedure runs, whose statements can't be seen from here",
    );
  });
});
