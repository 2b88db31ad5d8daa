--liquibase formatted sql

--changeset ann:users runOnChange:true context:"a or b"
CREATE TABLE users (id integer PRIMARY KEY, name text DEFAULT 'a;b');
--rollback DROP TABLE users
--rollback CASCADE;

--changeset ann:mysql-only dbms:mysql
CREATE TABLE never (id int);

--changeset "ann b":"a trigger" endDelimiter:/ splitStatements:true
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  --changeset ann:none
  RETURN NEW;
END;
$$ LANGUAGE plpgsql
/
CREATE TABLE logs (id int)
/
--rollback empty
