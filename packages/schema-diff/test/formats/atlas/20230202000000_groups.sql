-- atlas:delimiter -- end

CREATE TABLE groups (id integer PRIMARY KEY)
-- end
CREATE TRIGGER t AFTER INSERT ON users BEGIN DELETE FROM groups; END
-- end
