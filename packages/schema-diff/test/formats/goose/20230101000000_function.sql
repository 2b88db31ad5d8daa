-- +goose NO TRANSACTION
-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  -- +goose Down
  NEW.name := 'x';
  RETURN NEW;
END;
$$ LANGUAGE plpgsql
-- +goose StatementEnd
CREATE TABLE groups (id integer);

-- +goose Down
DROP FUNCTION touch();
