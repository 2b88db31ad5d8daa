-- case: made, renamed, moved, dropped
CREATE TABLE a (id serial PRIMARY KEY, x int UNIQUE);
CREATE TABLE IF NOT EXISTS a (other text);
CREATE TABLE b (a_id int REFERENCES a);
CREATE SCHEMA app;
ALTER TABLE a RENAME TO c;
ALTER TABLE c SET SCHEMA app;
ALTER TABLE IF EXISTS nope RENAME TO x;
ALTER TABLE IF EXISTS nope SET SCHEMA app;
CREATE TABLE d (id int);
DROP TABLE d, b;
DROP TABLE IF EXISTS nope, d;
CREATE UNLOGGED TABLE u (id int) WITH (fillfactor = 70);

-- case: refused tables
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE a (id int);
CREATE TABLE b (id int REFERENCES a);
CREATE VIEW v AS SELECT * FROM b;
DROP TABLE a;
DROP TABLE b;
DROP TABLE nope;
ALTER TABLE a RENAME TO b;
ALTER TABLE nope RENAME TO c;
CREATE TABLE v (id int);
DROP VIEW a;
DROP TABLE v;
CREATE TABLE a_pkey (id int);

-- case: DROP … CASCADE
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int REFERENCES a, x int);
CREATE VIEW v AS SELECT id FROM a;
CREATE VIEW w AS SELECT id FROM v;
CREATE MATERIALIZED VIEW m AS SELECT x FROM b;
DROP TABLE a CASCADE;
DROP TABLE b CASCADE;

-- case: several at once may depend on one another
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int REFERENCES a);
CREATE TABLE c (id int);
DROP TABLE a, b;

-- case: INHERITS
CREATE TABLE city (name text NOT NULL DEFAULT 'x', size int CHECK (size > 0), id serial PRIMARY KEY);
CREATE TABLE capital (state char(2), size int DEFAULT 3) INHERITS (city);
CREATE TABLE other (n int);
CREATE TABLE both_of () INHERITS (city, other);
ALTER TABLE city ADD COLUMN extra int DEFAULT 1;
ALTER TABLE city RENAME COLUMN extra TO more;
ALTER TABLE city ADD CONSTRAINT named CHECK (name <> '');
ALTER TABLE city ALTER COLUMN size SET DEFAULT 9;
ALTER TABLE ONLY city ALTER COLUMN size SET DEFAULT 10;
ALTER TABLE city DROP COLUMN more;
ALTER TABLE capital NO INHERIT city;
CREATE TABLE late (n int NOT NULL, z int);
ALTER TABLE late INHERIT other;
ALTER TABLE other RENAME TO another;
CREATE INDEX ON city (size);

-- case: LIKE INCLUDING …
CREATE TABLE a (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s serial, x int NOT NULL DEFAULT 4 CHECK (x > 1),
  y int GENERATED ALWAYS AS (x + 1) STORED, z text UNIQUE, w int REFERENCES a
);
CREATE INDEX a_named ON a (lower(z));
COMMENT ON COLUMN a.x IS 'four';
CREATE TABLE plain (LIKE a);
CREATE TABLE defaults (LIKE a INCLUDING DEFAULTS);
CREATE TABLE whole (first int, LIKE a INCLUDING ALL, last int);
CREATE TABLE most (LIKE a INCLUDING ALL EXCLUDING INDEXES EXCLUDING IDENTITY);
CREATE TABLE some (LIKE a INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING COMMENTS);

-- case: CREATE TABLE AS
CREATE TABLE a (id int PRIMARY KEY, name varchar(20) NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE b AS SELECT * FROM a;
CREATE TABLE c AS SELECT id, name AS label FROM a WITH NO DATA;
CREATE TABLE d (x, y) AS SELECT a.id, a.at FROM a;
CREATE TABLE IF NOT EXISTS b AS SELECT id FROM a;
SELECT id, at INTO e FROM a;
CREATE TABLE f AS TABLE a;
CREATE TABLE g AS SELECT count(*) AS n, id::text AS t, lower(name) AS l, 1 AS one, 'x' AS s, now() AS w, id = 1 AS is FROM a GROUP BY id, name;
CREATE TABLE h AS SELECT p.*, q.name AS other FROM a p JOIN a q ON p.id = q.id;

-- case: temporary tables
CREATE TEMP TABLE t (id int PRIMARY KEY);
CREATE INDEX t_i ON t (id);
ALTER TABLE t ADD COLUMN x int;
INSERT INTO t VALUES (1);
CREATE TABLE kept AS SELECT 1::int AS id;
CREATE TEMPORARY TABLE s AS SELECT * FROM kept;
DROP TABLE t;
DROP TABLE s;
CREATE TABLE t (id int);

-- case: schemas and search_path
CREATE SCHEMA app CREATE TABLE inner_one (id int PRIMARY KEY) CREATE VIEW inner_view AS SELECT id FROM inner_one;
CREATE SCHEMA IF NOT EXISTS app;
SET search_path TO app, public;
CREATE TABLE t (id int);
CREATE TABLE public.t (other int);
ALTER TABLE t ADD COLUMN y int;
SET search_path = public;
ALTER TABLE t ADD COLUMN z int;
SET LOCAL search_path TO nowhere;
RESET search_path;
ALTER SCHEMA app RENAME TO app2;
CREATE SCHEMA gone;
CREATE TABLE gone.t (id int);
CREATE VIEW seen AS SELECT id FROM gone.t;
DROP SCHEMA gone CASCADE;
DROP SCHEMA IF EXISTS gone;
SELECT set_config('search_path', 'app2', false);
CREATE TABLE last_one (id int);

-- case: refused schemas
CREATE SCHEMA app;
CREATE SCHEMA app;
CREATE TABLE app.t (id int);
DROP SCHEMA app;

-- case: what isn't about the schema
CREATE TABLE t (id int PRIMARY KEY, name text);
INSERT INTO t VALUES (1, 'a;b') ON CONFLICT (id) DO UPDATE SET name = excluded.name;
UPDATE t SET name = 'x' WHERE id = 1;
DELETE FROM t;
TRUNCATE t;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (id > 0);
ALTER TABLE t SET (autovacuum_enabled = false), REPLICA IDENTITY FULL;
GRANT SELECT ON t TO PUBLIC;
ANALYZE t;
BEGIN; COMMIT;
ALTER TABLE t OWNER TO CURRENT_USER;
COMMENT ON SCHEMA public IS 'x';
CREATE STATISTICS st ON id, name FROM t;
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE PUBLICATION pub FOR TABLE t;
DROP PUBLICATION pub;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;

-- case: folded and quoted names
CREATE TABLE Users (ID int, "Mixed" text, "a""b" int, UNIQUE (ID, "Mixed"));
CREATE TABLE "Users" ("Id" int PRIMARY KEY);
ALTER TABLE USERS ADD COLUMN Other int REFERENCES "Users" ("Id");
ALTER TABLE "Users" RENAME TO "USERS";
CREATE TABLE "select" ("from" int DEFAULT 1, "order" text CHECK ("order" <> 'x'));
CREATE INDEX ON "select" ("from", lower("order"));
CREATE TABLE U&"d\0061t\+000061" (id int);

-- case: foreign tables
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (id int NOT NULL, name text OPTIONS (x 'y')) SERVER s OPTIONS (a 'b');
ALTER FOREIGN TABLE f ADD COLUMN z int;
ALTER FOREIGN TABLE f RENAME TO g;
CREATE FOREIGN TABLE gone (id int) SERVER s;
DROP FOREIGN TABLE gone;
