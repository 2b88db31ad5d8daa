-- Alembic 1.8.1, SQLAlchemy 1.4.46

BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> r1

CREATE TABLE t_r1 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('r1') RETURNING alembic_version.version_num;

-- Running upgrade r1 -> r3

CREATE TABLE t_r3 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='r3' WHERE alembic_version.version_num = 'r1';

-- Running upgrade r1 -> r2

CREATE TABLE t_r2 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('r2') RETURNING alembic_version.version_num;

-- Running upgrade r2 -> r4

CREATE TABLE t_r4 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='r4' WHERE alembic_version.version_num = 'r2';

-- Running upgrade r4, r3 -> r5

CREATE TABLE t_r5 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

DELETE FROM alembic_version WHERE alembic_version.version_num = 'r4';

UPDATE alembic_version SET version_num='r5' WHERE alembic_version.version_num = 'r3';

-- Running upgrade r5 -> r6

CREATE TABLE t_r6 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='r6' WHERE alembic_version.version_num = 'r5';

-- Running upgrade  -> x1

CREATE TABLE t_x1 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('x1') RETURNING alembic_version.version_num;

-- Running upgrade x1 -> x2

CREATE TABLE t_x2 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

DELETE FROM alembic_version WHERE alembic_version.version_num = 'x1';

UPDATE alembic_version SET version_num='x2' WHERE alembic_version.version_num = 'r6';

-- Running upgrade r5 -> r7

CREATE TABLE t_r7 (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('r7') RETURNING alembic_version.version_num;

COMMIT;

