-- case: indexes of all kinds
CREATE TABLE t (id int, a text, b text, c int, d jsonb, e text[], f point);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_a_b ON t (a, b DESC);
CREATE INDEX CONCURRENTLY t_lower ON t (lower(a), (b || a) DESC NULLS LAST, c NULLS FIRST);
CREATE INDEX t_partial ON t USING btree (c ASC) WHERE c > 0 AND a IS NOT NULL;
CREATE INDEX t_include ON t (c) INCLUDE (a, b);
CREATE INDEX t_gin ON t USING gin (d jsonb_path_ops);
CREATE INDEX t_gin2 ON t USING GIN (e);
CREATE INDEX t_gist ON t USING gist (f);
CREATE INDEX t_hash ON t USING hash (a);
CREATE INDEX t_brin ON t USING brin (id) WITH (pages_per_range = 32);
CREATE INDEX t_pattern ON t (a text_pattern_ops, b COLLATE "C");
CREATE UNIQUE INDEX t_nulls ON t (a, c) NULLS NOT DISTINCT WITH (fillfactor = 70) WHERE (b = 'x');
CREATE INDEX IF NOT EXISTS t_a ON t (b);
CREATE INDEX ON ONLY t (((d ->> 'x')));
CREATE INDEX "Odd" ON t ((a COLLATE "C"), (c + 1));

-- case: names that PostgreSQL gives
CREATE TABLE t (id int, a text, b text);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a, b);
CREATE INDEX ON t (lower(a));
CREATE INDEX ON t (lower(a), lower(b), (a || b), (b || a));
CREATE INDEX ON t ((id + 1));
CREATE INDEX ON t (a) INCLUDE (b);
CREATE INDEX ON t (coalesce(a, b));
CREATE INDEX ON t ((a::int));
CREATE INDEX ON t ((CASE WHEN a = b THEN 1 END));
CREATE UNIQUE INDEX ON t (a, a);
CREATE INDEX ON t (pg_catalog.upper(a));
CREATE INDEX ON t ((a IS NULL));

-- case: renamed, dropped
CREATE TABLE t (id int CONSTRAINT pk PRIMARY KEY, a int CONSTRAINT uq UNIQUE, b int);
CREATE INDEX i ON t (b);
CREATE INDEX j ON t (b);
ALTER INDEX i RENAME TO k;
ALTER INDEX pk RENAME TO pk2;
ALTER INDEX IF EXISTS nope RENAME TO x;
ALTER TABLE uq RENAME TO uq2;
DROP INDEX CONCURRENTLY j;
DROP INDEX IF EXISTS nope;
ALTER TABLE t RENAME TO tt;

-- case: refused indexes
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE INDEX i ON t (b);
CREATE INDEX i ON t (id);
CREATE INDEX t_pkey ON t (b);
CREATE INDEX t ON t (b);
DROP INDEX nope;
DROP INDEX t_pkey;
CREATE INDEX x ON nope (b);
CREATE INDEX x ON t (nope);
CREATE INDEX x ON t (lower(nope));
CREATE INDEX x ON t (b) WHERE nope > 1;
ALTER INDEX nope RENAME TO x;
ALTER INDEX i RENAME TO t_pkey;

-- case: in other schemas
CREATE SCHEMA app;
CREATE TABLE app.t (id int, b int);
CREATE INDEX i ON app.t (b);
CREATE TABLE t (b int);
CREATE INDEX i ON t (b);
DROP INDEX app.i;
ALTER INDEX i RENAME TO j;
CREATE INDEX ON app.t (b);
SET search_path TO app;
DROP INDEX t_b_idx;
