import { describe, expect, it } from "vitest";
import { readSql, type SqlDialect, type SqlSegment } from "../src/index.js";
import { shown } from "./marked-sql.js";
import { identifier, sql, table, unknown, value } from "./sql-tag.js";

const users = table("users");
const columns: SqlSegment = { kind: "columns", reason: "`x` is not known" };
const notKnown = "`x` is not known";
const nameWorkedOut = "the table's name is worked out when it runs";

type Case = readonly [segments: readonly SqlSegment[], tables: string, opaque: string | null];

function expectReading(dialect: SqlDialect, [segments, tables, opaque]: Case) {
  const reading = readSql(segments, dialect);
  expect(shown(reading)).toBe(tables);
  expect(reading.opaque).toBe(opaque);
}

function textOf(segments: readonly SqlSegment[]): string {
  return segments.map((each) => (each.kind === "text" ? each.text : `\${${each.kind}}`)).join("");
}

function named(cases: readonly Case[]) {
  return cases.map((each) => [textOf(each[0]), each] as const);
}

describe("tables", () => {
  it.each(
    named([
      [sql`SELECT * FROM ${users} WHERE id = 1`, "read:users@1:0", null],
      [
        sql`SELECT * FROM ${users} u JOIN codes c ON ${users}.id = c.id`,
        "read:users@1:0 read:codes@2:8",
        null,
      ],
      [
        sql`INSERT INTO ${table("codes", "shop")} SELECT * FROM ${users}`,
        "write:shop.codes@1:0 read:users@3:0",
        null,
      ],
      [
        sql`SELECT * FROM shop.${users}, "shop"."${users}"`,
        "read:shop.users@1:0 read:shop.users@3:0",
        null,
      ],
      [sql`UPDATE ${table("Mother Accounts")} SET x = 1`, "write:Mother Accounts@1:0", null],
      [sql`SELECT * FROM ${table('a"b')} FOR UPDATE`, 'lock:a"b@1:0', null],
      [
        sql`SELECT * FROM archive_${users}, ${users}_old`,
        "read:archive_users@1:0 read:users_old@3:0",
        null,
      ],
      [sql`WITH users AS (SELECT * FROM ${users}) SELECT * FROM users`, "read:users@1:0", null],
      [sql`DROP TABLE IF EXISTS ${users}, codes`, "write:users@1:0 write:codes@2:2", null],
      [sql`SELECT ${users}.id, ${users} FROM ${users}`, "read:users@5:0", null],
      [sql`DO $$ BEGIN DELETE FROM ${users}; END $$`, "write:users@1:0", null],
      [
        sql`SELECT * FROM ${identifier}.${users}`,
        "read:users@3:0",
        "the schema of `users` is worked out when it runs",
      ],
      [
        sql`SELECT * FROM a -- ${users}
        WHERE x = '${users}'`,
        "read:a@14",
        null,
      ],
    ]),
  )("%s", (_text, each) => {
    expectReading("postgresql", each);
  });

  it.each(
    named([
      [
        sql`SELECT * FROM \`${users}\` u, ${table("a`b")} WHERE u.x = "${users}"`,
        "read:users@1:0 read:a`b@3:0",
        null,
      ],
      [
        sql`UPDATE ${users} u JOIN ${table("codes")} c ON true SET c.x = ${value}`,
        "read:users@1:0 write:codes@3:0",
        null,
      ],
    ]),
  )("in MySQL: %s", (_text, each) => {
    expectReading("mysql", each);
  });

  it.each(
    named([
      [
        sql`SELECT * FROM [${users}] WHERE x IN ${table("codes")}`,
        "read:users@1:0 read:codes@3:0",
        null,
      ],
      [sql`SELECT * FROM ${value}`, "", nameWorkedOut],
    ]),
  )("in SQLite: %s", (_text, each) => {
    expectReading("sqlite", each);
  });
});

describe("values and identifiers", () => {
  it.each(
    named([
      [
        sql`SELECT * FROM a WHERE x = ${value} AND y IN (${value}, ${value}) LIMIT ${value}`,
        "read:a@14",
        null,
      ],
      [sql`SELECT * FROM a WHERE x IN ${value} AND y = ANY(${value}::text[])`, "read:a@14", null],
      [
        sql`INSERT INTO a (x) VALUES (${value}), (${value}) RETURNING ${identifier}`,
        "write:a@12",
        null,
      ],
      [sql`INSERT INTO a VALUES ${value}`, "write:a@12", null],
      [
        sql`SELECT * FROM a WHERE x LIKE '%${value}%' AND d > now() - interval '${value} days'`,
        "read:a@14",
        null,
      ],
      [sql`SELECT * FROM a WHERE d > now() - interval ${value}`, "read:a@14", null],
      [sql`SELECT * FROM a WHERE x = $${value} OR y = :${value}`, "read:a@14", null],
      [sql`SET LOCAL statement_timeout = ${value}`, "", null],
      [
        sql`SELECT ${identifier}, b.${identifier} AS ${identifier} FROM a b ORDER BY ${identifier} ${identifier}`,
        "read:a@6:6",
        null,
      ],
      [sql`UPDATE a SET ${identifier} = ${value}, "${identifier}" = ${value}`, "write:a@7", null],
      [sql`INSERT INTO a (${identifier}, ${identifier}) VALUES (1, 2)`, "write:a@12", null],
      [sql`INSERT INTO a ${columns} RETURNING *`, "write:a@12", null],
      [sql`UPDATE a SET ${columns} WHERE x = ${value}`, "write:a@7", null],
      [sql`SELECT ${columns} FROM a WHERE x IN ${columns} ORDER BY ${columns}`, "read:a@2:6", null],
      [sql`SELECT * FROM ${columns}`, "", notKnown],
      [sql`SELECT * FROM a JOIN ${columns} ON true`, "read:a@14", notKnown],
      [sql`SELECT col_${identifier} FROM a WHERE ${identifier}.x`, "read:a@2:6", null],
      [sql`SELECT * FROM ${identifier}`, "", nameWorkedOut],
      [sql`SELECT * FROM a JOIN "${identifier}" ON true`, "read:a@14", nameWorkedOut],
      [sql`INSERT INTO archive_${identifier} SELECT * FROM a`, "read:a@2:15", nameWorkedOut],
      [sql`DELETE FROM ${value}`, "", nameWorkedOut],
    ]),
  )("%s", (_text, each) => {
    expectReading("postgresql", each);
  });
});

describe("what isn't known", () => {
  it.each(
    named([
      // a branch of CASE
      [
        sql`SELECT CASE x ${unknown} ELSE 0 END FROM (SELECT y FROM a WHERE CASE ${unknown} END) b`,
        "read:a@2:32",
        notKnown,
      ],
      // only a value can stand there
      [
        sql`SELECT * FROM a WHERE x = ${unknown} AND y > ${unknown} OR z LIKE ${unknown}`,
        "read:a@14",
        null,
      ],
      [
        sql`SELECT * FROM a WHERE x IN (${unknown}, 1) AND y NOT IN ${unknown} AND z = ANY(${unknown})`,
        "read:a@14",
        null,
      ],
      [
        sql`SELECT * FROM a WHERE x BETWEEN ${unknown} AND ${unknown} LIMIT ${unknown} OFFSET ${unknown}`,
        "read:a@14",
        null,
      ],
      [
        sql`INSERT INTO a VALUES (${unknown}, lower(${unknown})), (1, ${unknown})`,
        "write:a@12",
        null,
      ],
      [sql`INSERT INTO a VALUES ${unknown}`, "write:a@12", null],
      [
        sql`UPDATE a SET x = ${unknown}, y = coalesce(y, ${unknown}) || ${unknown}`,
        "write:a@7",
        null,
      ],
      [
        sql`SELECT CASE WHEN x THEN ${unknown} ELSE ${unknown} END, '${unknown}', b.${unknown}, x::${unknown} FROM a b`,
        "read:a@10:6",
        null,
      ],
      [sql`SELECT * FROM a -- ${unknown}`, "read:a@14", null],

      // the rest is read
      [sql`SELECT ${unknown} FROM a JOIN b ON ${unknown}`, "read:a@2:6 read:b@2:13", notKnown],
      [sql`SELECT * FROM a WHERE ${unknown}`, "read:a@14", notKnown],
      [sql`SELECT * FROM a ${unknown}`, "read:a@14", notKnown],
      [sql`SELECT * FROM a${unknown}`, "read:a@14", notKnown],
      [
        sql`SELECT * FROM a WHERE x = 1 ${unknown} ORDER BY ${unknown} ${unknown} ${unknown}`,
        "read:a@14",
        notKnown,
      ],
      [
        sql`SELECT * FROM a ${unknown} JOIN b ON true ${unknown} WHERE c`,
        "read:a@14 read:b@2:6",
        notKnown,
      ],
      [sql`SELECT * FROM a ${unknown} b ON true`, "read:a@14 read:b@2:1", notKnown],
      [sql`SELECT * FROM a WHERE x ${unknown} y`, "read:a@14", notKnown],
      [sql`SELECT * FROM (${unknown}) x JOIN b ON true`, "read:b@2:9", notKnown],
      [sql`SELECT * FROM a WHERE EXISTS (${unknown})`, "read:a@14", notKnown],
      [sql`(${unknown}) UNION SELECT * FROM a`, "read:a@2:22", notKnown],
      [sql`${unknown} JOIN a ON true`, "read:a@2:6", notKnown],
      [sql`${unknown} UNION SELECT * FROM a`, "read:a@2:21", notKnown],
      [sql`INSERT INTO a ${unknown}`, "write:a@12", notKnown],
      [sql`INSERT INTO a (${unknown}) VALUES (${unknown}) ${unknown}`, "write:a@12", notKnown],
      [sql`UPDATE a SET ${unknown} WHERE x`, "write:a@7", notKnown],
      [sql`UPDATE a ${unknown} WHERE x`, "write:a@7", notKnown],
      [sql`UPDATE a SET x = 1, ${unknown}`, "write:a@7", notKnown],
      [sql`DELETE FROM a USING ${unknown} WHERE x`, "write:a@12", notKnown],
      [sql`SELECT * FROM a FOR ${unknown}`, "lock:a@14", notKnown],
      [sql`CREATE TABLE a (${unknown})`, "write:a@13", notKnown],
      [sql`CREATE TABLE a (x int, ${unknown})`, "write:a@13", notKnown],
      [sql`ALTER TABLE a ${unknown}`, "write:a@12", notKnown],
      [sql`CREATE VIEW a AS ${unknown}`, "write:a@12", notKnown],
      [sql`SELECT * FROM a; ${unknown}; DELETE FROM b`, "read:a@14 write:b@2:14", notKnown],

      // a table
      [sql`SELECT * FROM ${unknown}`, "", notKnown],
      [sql`SELECT * FROM a, ${unknown} x JOIN ${unknown} y ON true`, "read:a@14", notKnown],
      [sql`DELETE FROM ${unknown} WHERE x IN (SELECT 1 FROM a)`, "read:a@2:27", notKnown],
      [sql`SELECT * FROM archive_${unknown}, "${unknown}", public.${unknown}`, "", notKnown],
      [sql`SELECT * FROM ${unknown}users`, "", notKnown],
      [sql`SELECT * FROM %s WHERE x = %L`, "", "`%s` is filled in when it runs"],

      // before the verb there can be queries of WITH, and then a name need not be a table
      [
        sql`WITH a AS (SELECT * FROM b) ${unknown} SELECT * FROM a, c, public.d, ${users}`,
        "read:b@25 read:public.d@2:21 read:users@3:0",
        notKnown,
      ],
      [sql`${unknown} INSERT INTO a SELECT * FROM b`, "write:a@2:13", notKnown],

      // nothing of it
      [sql`${unknown}`, "", notKnown],
      [sql`EXPLAIN ${unknown}`, "", notKnown],
      [sql`${unknown} ${unknown} ${unknown} (((`, "", notKnown],
    ]),
  )("%s", (_text, each) => {
    expectReading("postgresql", each);
  });

  it.each(
    named([
      [sql`INSERT ${unknown} INTO a SET ${unknown}`, "write:a@2:6", notKnown],
      [
        sql`SELECT * FROM a USE INDEX (${unknown}) WHERE d > NOW() - INTERVAL ${unknown} DAY LIMIT ${unknown}, ${unknown}`,
        "read:a@14",
        notKnown,
      ],
      [sql`SELECT * FROM a ${unknown} LOCK IN SHARE MODE`, "lock:a@14", notKnown],
      [sql`SELECT * FROM a WHERE b = "${unknown}" AND c IN (${unknown})`, "read:a@14", null],
    ]),
  )("in MySQL: %s", (_text, each) => {
    expectReading("mysql", each);
  });

  it("blames the grammar for what is wrong before that", () => {
    expect(readSql(sql`SELEC * FROM a WHERE ${unknown}`, "postgresql").opaque).toBe(
      'the SQL can\'t be parsed: syntax error at or near "SELEC"',
    );
  });

  it("says every reason once", () => {
    const other: SqlSegment = { kind: "unknown", reason: "`y` comes from elsewhere" };
    const reading = readSql(sql`SELECT ${unknown}, ${other}, ${unknown} FROM a`, "postgresql");
    expect(reading.opaque).toBe("`x` is not known; `y` comes from elsewhere");
  });
});
