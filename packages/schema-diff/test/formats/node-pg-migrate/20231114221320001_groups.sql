--- up migration
CREATE TABLE groups (id integer PRIMARY KEY);
--- down migration
