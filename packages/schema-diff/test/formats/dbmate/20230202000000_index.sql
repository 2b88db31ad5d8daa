-- a comment of ours
-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY users_name ON users (name);
INSERT INTO users VALUES (1, '
-- migrate:down
');

-- migrate:down transaction:false
DROP INDEX users_name;
