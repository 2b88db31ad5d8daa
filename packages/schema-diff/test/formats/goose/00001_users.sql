-- +goose Up
CREATE TABLE users (id integer PRIMARY KEY, name text DEFAULT 'a;b');
-- +goose Down
DROP TABLE users;
