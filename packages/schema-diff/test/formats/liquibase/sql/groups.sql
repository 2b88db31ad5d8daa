--liquibase formatted sql
--changeset ben:1
--preconditions onFail:MARK_RAN
--comment: groups of users
CREATE TABLE groups (id integer PRIMARY KEY);
--ignoreLines:start
THIS IS NO SQL;
--ignoreLines:end
/* liquibase rollback
DROP TABLE groups;
*/
