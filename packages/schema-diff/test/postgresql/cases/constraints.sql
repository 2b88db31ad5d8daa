-- case: names that PostgreSQL gives
CREATE TABLE t (
  id int PRIMARY KEY,
  email text UNIQUE CHECK (email <> ''),
  age int CHECK (age > 0) CHECK (age < 200),
  a int, b int,
  UNIQUE (a, b), UNIQUE (b, a),
  CHECK (a > b), CHECK (a + b > 0), CHECK (true),
  FOREIGN KEY (a) REFERENCES t, FOREIGN KEY (a) REFERENCES t (id),
  parent int REFERENCES t ON DELETE SET NULL ON UPDATE CASCADE
);
ALTER TABLE t ADD UNIQUE (email), ADD CHECK (age <> 7), ADD FOREIGN KEY (b) REFERENCES t ON DELETE RESTRICT;

-- case: names that are given
CREATE TABLE t (
  id int CONSTRAINT "PK" PRIMARY KEY,
  email text CONSTRAINT mail_once UNIQUE CONSTRAINT mail_said CHECK (length(email) > 3),
  x int CONSTRAINT points_home REFERENCES t (id) ON DELETE NO ACTION,
  CONSTRAINT pairs UNIQUE (id, email),
  CONSTRAINT x_small CHECK (x < 10) NO INHERIT
);
ALTER TABLE t ADD CONSTRAINT fk_again FOREIGN KEY (x) REFERENCES t (id) ON UPDATE SET DEFAULT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY t ADD CONSTRAINT big CHECK ((x IN (1, 2, 3))) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT big;
ALTER TABLE t ALTER CONSTRAINT fk_again NOT DEFERRABLE;
ALTER TABLE t RENAME CONSTRAINT pairs TO pair;
ALTER TABLE t RENAME CONSTRAINT "PK" TO t_pk;
ALTER TABLE t DROP CONSTRAINT mail_once;
ALTER TABLE t DROP CONSTRAINT IF EXISTS nope, DROP CONSTRAINT x_small;

-- case: long names are cut, and don't collide
CREATE TABLE a_table_whose_name_is_rather_long_for_what_it_is_meant_to_hold_here (
  identifier_of_the_thing_that_is_meant serial PRIMARY KEY,
  another_column_with_a_long_name_that_is_cut int UNIQUE REFERENCES a_table_whose_name_is_rather_long_for_what_it_is_meant_to_hold_here,
  another_column_with_a_long_name_that_is_cut_too int UNIQUE,
  UNIQUE (another_column_with_a_long_name_that_is_cut, another_column_with_a_long_name_that_is_cut_too)
);
CREATE INDEX ON a_table_whose_name_is_rather_long_for_what_it_is_meant_to_hold_here (another_column_with_a_long_name_that_is_cut);
CREATE INDEX ON a_table_whose_name_is_rather_long_for_what_it_is_meant_to_hold_here (another_column_with_a_long_name_that_is_cut);
CREATE TABLE ünïcödé_nämes_äre_löng_in_bytes_öf_utf8 (ünïcödé_cölumns_äre_löng_töö int UNIQUE);
CREATE TABLE x (this_is_a_column_name_that_has_more_than_sixty_three_characters_in_it int);
ALTER TABLE x ADD CONSTRAINT this_is_a_constraint_name_that_has_more_than_sixty_three_characters CHECK (true);
ALTER TABLE x RENAME TO this_is_a_table_name_that_has_more_than_sixty_three_characters_in_it_too;

-- case: names that are taken
CREATE TABLE t_a_key (id int);
CREATE TABLE t_pkey (id int);
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, a_key int, s serial);
CREATE TABLE t_s (seq serial);
CREATE INDEX t_a_idx ON t (id);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a);
CREATE SEQUENCE u_id_seq;
CREATE TABLE u (id serial);

-- case: a key over an index that is there
CREATE TABLE t (id int NOT NULL, email text);
CREATE UNIQUE INDEX t_id_ix ON t (id);
CREATE UNIQUE INDEX t_email_ix ON t (email);
ALTER TABLE t ADD PRIMARY KEY USING INDEX t_id_ix;
ALTER TABLE t ADD CONSTRAINT email_once UNIQUE USING INDEX t_email_ix;

-- case: keys make columns NOT NULL
CREATE TABLE t (a int, b int, PRIMARY KEY (b, a));
ALTER TABLE t DROP CONSTRAINT t_pkey;
CREATE TABLE u (a int);
ALTER TABLE u ADD PRIMARY KEY (a);

-- case: exclusion
CREATE TABLE t (a int4range, b box, EXCLUDE USING gist (a WITH &&), CONSTRAINT no_overlap EXCLUDE USING gist (b WITH &&, a WITH =) WHERE (a IS NOT NULL));
ALTER TABLE t ADD EXCLUDE USING gist (a WITH -|-);

-- case: foreign keys between schemas
CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TABLE one.a (id int PRIMARY KEY, b text UNIQUE);
CREATE TABLE two.b (a_id int REFERENCES one.a, b text REFERENCES one.a (b));
SET search_path = two, one;
CREATE TABLE c (x int REFERENCES a ON DELETE CASCADE, FOREIGN KEY (x) REFERENCES one.a (id));
ALTER TABLE b ADD CONSTRAINT again FOREIGN KEY (a_id) REFERENCES a;

-- case: dropped with CASCADE
CREATE TABLE a (id int PRIMARY KEY, e text UNIQUE);
CREATE TABLE b (a_id int REFERENCES a, e text REFERENCES a (e));
ALTER TABLE a DROP CONSTRAINT a_pkey CASCADE;
ALTER TABLE a DROP COLUMN e CASCADE;

-- case: refused constraints
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (a_id int CONSTRAINT to_a REFERENCES a);
ALTER TABLE a DROP CONSTRAINT a_pkey;
ALTER TABLE a DROP COLUMN id;
ALTER TABLE b ADD CONSTRAINT to_a CHECK (true);
ALTER TABLE b DROP CONSTRAINT nope;
ALTER TABLE b RENAME CONSTRAINT nope TO yes;
ALTER TABLE a ADD PRIMARY KEY (x);
ALTER TABLE b ADD FOREIGN KEY (a_id) REFERENCES nope (id);
ALTER TABLE b ADD FOREIGN KEY (a_id) REFERENCES a (x);
ALTER TABLE b ADD FOREIGN KEY (nope) REFERENCES a (id);
ALTER TABLE b ADD UNIQUE (nope);
ALTER TABLE b ADD CHECK (nope > 0);
ALTER TABLE b ADD FOREIGN KEY (a_id) REFERENCES a (nope);
DROP TABLE a;
CREATE TABLE c (x int REFERENCES nope);
CREATE TABLE d (id int, PRIMARY KEY (nope));
CREATE TABLE e (id int PRIMARY KEY, x int PRIMARY KEY);
CREATE TABLE f (x int REFERENCES b);

-- case: a column takes along what stands on it
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int CHECK (b > a), c int REFERENCES t, d int);
CREATE INDEX ON t (a, d);
CREATE INDEX ON t (d) WHERE a > 0;
CREATE INDEX ON t (d) INCLUDE (a);
CREATE INDEX ON t ((a + d));
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP COLUMN c;

-- case: keys that say the same twice within one table
CREATE TABLE named_after (id integer PRIMARY KEY, CONSTRAINT given UNIQUE (id));
CREATE TABLE named_before (id integer CONSTRAINT own PRIMARY KEY, UNIQUE (id), CONSTRAINT other UNIQUE (id));
CREATE TABLE twice (a integer, b integer, UNIQUE (a, b), CONSTRAINT ab UNIQUE (a, b), UNIQUE (b, a));
CREATE TABLE both_named (a integer, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (a));
