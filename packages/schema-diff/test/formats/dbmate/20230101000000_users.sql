-- migrate:up
CREATE TABLE users (id integer PRIMARY KEY, name text DEFAULT 'a;b');

-- migrate:down
DROP TABLE users;
