CREATE TABLE groups (id integer PRIMARY KEY);
