import { expect, it } from "vitest";
import { readChanges, replay, sqlFile, type Change } from "../src/index.js";
import { canonicalType } from "../src/sql/mysql/canonical-type.js";

function read(text: string): readonly Change[] {
  return readChanges(sqlFile("a.sql", text, "mysql"));
}

function schemaOf(text: string) {
  const changes = read(text);
  expect(changes.filter(({ kind }) => kind === "opaque")).toEqual([]);
  const { schema, problems } = replay(changes, "mysql");
  expect(problems).toEqual([]);
  return schema;
}

// As `information_schema.columns.column_type` shows them in MySQL 8.4, by its manual:
// https://dev.mysql.com/doc/refman/8.4/en/data-types.html
it.each([
  ["INT(11)", "int"],
  ["integer UNSIGNED", "int unsigned"],
  ["BIGINT(20) UNSIGNED ZEROFILL", "bigint(20) unsigned zerofill"],
  ["smallint zerofill", "smallint(5) unsigned zerofill"],
  ["tinyint(1)", "tinyint(1)"],
  ["TINYINT(4)", "tinyint"],
  ["BOOL", "tinyint(1)"],
  ["MIDDLEINT", "mediumint"],
  ["DECIMAL", "decimal(10,0)"],
  ["NUMERIC(8) UNSIGNED", "decimal(8,0) unsigned"],
  ["dec( 12 , 4 )", "decimal(12,4)"],
  ["DOUBLE PRECISION", "double"],
  ["REAL(8,2)", "double(8,2)"],
  ["FLOAT(10)", "float"],
  ["FLOAT(30)", "double"],
  ["float(7,3)", "float(7,3)"],
  ["BIT", "bit(1)"],
  ["CHAR", "char(1)"],
  ["CHARACTER VARYING(20)", "varchar(20)"],
  ["NATIONAL VARCHAR(5)", "varchar(5)"],
  ["VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "varchar(255)"],
  ["VARCHAR(10) CHARSET binary", "varbinary(10)"],
  ["BINARY", "binary(1)"],
  ["TEXT", "text"],
  ["TEXT(100)", "text"],
  ["BLOB(100)", "tinyblob"],
  ["LONG VARCHAR", "mediumtext"],
  ["LONGTEXT", "longtext"],
  ["ENUM('a', \"b'c\", 'd\\'e')", "enum('a','b''c','d''e')"],
  ["SET('x','y')", "set('x','y')"],
  ["DATETIME(6)", "datetime(6)"],
  ["TIMESTAMP(0)", "timestamp"],
  ["YEAR(4)", "year"],
  ["JSON", "json"],
  ["POINT SRID 4326", "point"],
])("%s is %s", (written, shown) => {
  const { tables } = schemaOf(`CREATE TABLE t (a ${written} NOT NULL)`);
  expect(tables[0]?.columns).toMatchObject([{ name: "a", type: shown, nullable: false }]);
});

it("keeps what it doesn't know as it is", () => {
  const attributes = new Set<string>();
  expect(canonicalType({ name: "vector", arguments: ["3"], attributes })).toBe("vector(3)");
});

it("reads a table as SHOW CREATE TABLE prints it", () => {
  const { tables } = schemaOf(`
CREATE TABLE \`orders\` (
  \`id\` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'it''s the key; really',
  \`user_id\` int(11) DEFAULT NULL,
  \`state\` enum('new','paid') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'new',
  \`total\` decimal(10,2) GENERATED ALWAYS AS ((\`id\` * 2)) STORED,
  \`created\` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  \`flag\` bit(1) DEFAULT b'0' /*!80023 INVISIBLE */,
  PRIMARY KEY (\`id\`) USING BTREE,
  UNIQUE KEY \`by_user\` (\`user_id\`,\`state\`),
  UNIQUE KEY \`short\` (\`state\`(3)),
  KEY \`created\` (\`created\` DESC) USING HASH COMMENT 'x',
  KEY \`expr\` ((lower(\`state\`))),
  FULLTEXT KEY \`words\` (\`state\`) /*!50100 WITH PARSER \`ngram\` */,
  CONSTRAINT \`fk\` FOREIGN KEY (\`user_id\`) REFERENCES \`users\` (\`id\`) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT \`positive\` CHECK ((\`total\` > 0)) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci ROW_FORMAT=DYNAMIC COMMENT='the orders'
/*!50100 PARTITION BY HASH (\`id\`) PARTITIONS 4 */;`);
  expect(tables).toMatchObject([
    {
      name: "orders",
      kind: "partitioned",
      comment: "the orders",
      columns: [
        {
          name: "id",
          type: "bigint unsigned",
          identity: "by default",
          comment: "it's the key; really",
        },
        { name: "user_id", type: "int", nullable: true, default: null },
        { name: "state", type: "enum('new','paid')", nullable: false, default: "'new'" },
        { name: "total", type: "decimal(10,2)", generated: "(`id` * 2)" },
        { name: "created", type: "timestamp(3)", default: "CURRENT_TIMESTAMP(3)" },
        { name: "flag", type: "bit(1)", default: "b'0'" },
      ],
      primaryKey: { name: "PRIMARY", columns: ["id"] },
      uniques: [{ name: "by_user", columns: ["user_id", "state"] }],
      foreignKeys: [
        {
          name: "fk",
          columns: ["user_id"],
          references: { name: "users", columns: ["id"] },
          onDelete: "set null",
          onUpdate: "cascade",
        },
      ],
      checks: [{ name: "positive", expression: "(`total` > 0)" }],
      indexes: [
        { name: "short", unique: true, parts: [{ column: "state", options: "(3)" }] },
        { name: "created", method: "hash", parts: [{ column: "created", options: "desc" }] },
        { name: "expr", parts: [{ column: null, expression: "lower(`state`)" }] },
        { name: "words", method: "fulltext" },
      ],
    },
  ]);
});

it.each([
  ["FIRST", "ALTER TABLE t ADD c int FIRST", ["c", "a", "b"]],
  ["AFTER", "ALTER TABLE t ADD COLUMN c int AFTER A, ADD d int", ["a", "c", "b", "d"]],
  ["several in parentheses", "ALTER TABLE t ADD (c int, d int)", ["a", "b", "c", "d"]],
  ["MODIFY", "ALTER TABLE t MODIFY b bigint NOT NULL FIRST", ["b", "a"]],
  ["CHANGE", "ALTER TABLE t CHANGE COLUMN a z int AFTER b", ["b", "z"]],
  ["RENAME COLUMN", "ALTER TABLE t RENAME COLUMN a TO z", ["z", "b"]],
  ["DROP", "ALTER TABLE t DROP a", ["b"]],
])("alters columns: %s", (_what, statement, columns) => {
  const { tables } = schemaOf(`CREATE TABLE t (a int, b int); ${statement}`);
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(columns);
});

const keyed = `CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY i (a, b), UNIQUE u (b), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id), CONSTRAINT c CHECK (a > 0));
CREATE TABLE other (a int, KEY i (a));`;

it.each([
  ["DROP INDEX", "ALTER TABLE t DROP INDEX i", { indexes: [] }],
  ["DROP KEY of a unique one", "ALTER TABLE t DROP KEY u", { uniques: [] }],
  ["DROP INDEX ON", "DROP INDEX u ON t", { uniques: [] }],
  ["RENAME INDEX", "ALTER TABLE t RENAME INDEX i TO j", { indexes: [{ name: "j" }] }],
  ["RENAME KEY of a unique one", "ALTER TABLE t RENAME KEY u TO v", { uniques: [{ name: "v" }] }],
  ["DROP PRIMARY KEY", "ALTER TABLE t DROP PRIMARY KEY", { primaryKey: null }],
  ["DROP FOREIGN KEY", "ALTER TABLE t DROP FOREIGN KEY f", { foreignKeys: [] }],
  ["DROP CHECK", "ALTER TABLE t DROP CHECK c", { checks: [] }],
  ["DROP CONSTRAINT", "ALTER TABLE t DROP CONSTRAINT u", { uniques: [] }],
  [
    "ADD UNIQUE without a name",
    "ALTER TABLE t ADD UNIQUE (b, a)",
    { uniques: [{ name: "u" }, { name: "b" }] },
  ],
  [
    "CREATE UNIQUE INDEX",
    "CREATE UNIQUE INDEX v ON t (a)",
    { uniques: [{ name: "u" }, { name: "v", columns: ["a"] }] },
  ],
  [
    "names that MySQL gives",
    "ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES p (id), ADD CHECK (b > 1), ADD INDEX (b)",
    {
      foreignKeys: [{ name: "f" }, { name: "t_ibfk_1" }],
      checks: [{ name: "c" }, { name: "t_chk_1" }],
      indexes: [{ name: "i" }, { name: "b" }],
    },
  ],
  [
    "SET DEFAULT",
    "ALTER TABLE t ALTER a SET DEFAULT 5, ALTER COLUMN b DROP DEFAULT",
    { columns: [{}, { default: "5" }, { default: null }] },
  ],
  [
    "options",
    "ALTER TABLE t ENGINE=InnoDB, COMMENT = 'x', CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ALGORITHM=INPLACE, LOCK=NONE",
    { comment: "x" },
  ],
  ["a renamed parent", "RENAME TABLE p TO q", { foreignKeys: [{ references: { name: "q" } }] }],
])("alters keys and more: %s", (_what, statement, expected) => {
  const { tables } = schemaOf(`${keyed} ${statement}`);
  expect(tables.find(({ name }) => name === "t")).toMatchObject(expected);
});

it("reads programs: what triggers and routines read and write", () => {
  const { triggers, routines } = schemaOf(`
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE TABLE c (x int);
DELIMITER //
CREATE DEFINER=\`root\`@\`%\` TRIGGER t BEFORE INSERT ON a FOR EACH ROW FOLLOWS other
BEGIN
  DECLARE n INT DEFAULT (SELECT count(*) FROM b);
  IF n > 1 THEN INSERT INTO c SELECT x FROM b; ELSEIF EXISTS (SELECT 1 FROM a) THEN SET NEW.x = 1; END IF;
END//
CREATE PROCEDURE p(IN n INT)
BEGIN
  DECLARE cur CURSOR FOR SELECT x FROM a;
  WHILE n > 0 DO UPDATE b SET x = n; SET n = n - 1; END WHILE;
END //
DELIMITER ;
CREATE FUNCTION f(n INT) RETURNS INT DETERMINISTIC READS SQL DATA RETURN (SELECT max(x) FROM c);
CREATE TRIGGER single AFTER DELETE ON a FOR EACH ROW DELETE FROM b WHERE x = OLD.x;`);
  const named = (names: readonly { readonly name: string }[]) =>
    names.map(({ name }) => name).sort();
  expect(triggers.map((each) => [each.name, named(each.reads), named(each.writes)])).toEqual([
    ["single", [], ["b"]],
    ["t", ["a", "b"], ["c"]],
  ]);
  expect(routines.map((each) => [each.name, named(each.reads), named(each.writes)])).toEqual([
    ["f", ["c"], []],
    ["p", ["a"], ["b"]],
  ]);
});

it.each([
  ["LIKE", "CREATE TABLE t LIKE s", ["table t", "table s"]],
  ["AS", "CREATE TABLE t AS SELECT * FROM s", ["table t", "table s"]],
  [
    "a view",
    "CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW v AS SELECT a FROM s WITH CHECK OPTION",
    ["table s", "view v"],
  ],
  [
    "a dump",
    "/*!40101 SET NAMES utf8 */;\nLOCK TABLES `s` WRITE;\n/*!40000 ALTER TABLE `s` DISABLE KEYS */;\nINSERT INTO `s` VALUES (1,'x;y\\'z');\n/*!40000 ALTER TABLE `s` ENABLE KEYS */;\nUNLOCK TABLES;",
    ["table s"],
  ],
  ["several drops", "CREATE TABLE t (a int); DROP TABLE IF EXISTS t, s CASCADE", []],
  [
    "temporary tables",
    "CREATE TEMPORARY TABLE t SELECT * FROM s; INSERT INTO t SELECT 1; DROP TEMPORARY TABLE t",
    ["table s"],
  ],
])("%s", (_what, statement, expected) => {
  const { tables, views } = schemaOf(`CREATE TABLE s (a int, KEY (a)); ${statement}`);
  const found = [
    ...tables.map(({ name }) => `table ${name}`),
    ...views.map(({ name }) => `view ${name}`),
  ];
  expect(found.sort()).toEqual([...expected].sort());
});

it.each([
  [
    "a statement that is prepared",
    "SET @s = 'DROP TABLE t'; PREPARE s FROM @s; EXECUTE s; DEALLOCATE PREPARE s",
    /a prepared statement runs/u,
  ],
  ["a table that is cut", "CREATE TABLE t (a int, b", /the statement ends where/u],
  ["an unknown change", "ALTER TABLE t EXPLODE", /./u],
  ["an unknown statement", "FROBNICATE t", /can't be parsed/u],
])("%s is opaque", (_what, text, reason) => {
  const changes = read(text);
  expect(changes.map(({ kind }) => kind)).toEqual(["opaque"]);
  const [change] = changes;
  expect(change?.kind === "opaque" && change.reason).toMatch(reason);
});
