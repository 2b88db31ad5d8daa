import { describe, expect, it } from "vitest";
import { readSql, type SqlDialect } from "../src/index.js";

const dialects: readonly SqlDialect[] = ["postgresql", "mysql", "sqlite"];

describe.each(dialects)("values in %s", (dialect) => {
  it.each([
    "SELECT * FROM a WHERE b = ? AND c IN (?, ?) LIMIT ? OFFSET ?",
    "SELECT * FROM a WHERE b=? AND c>=? AND d LIKE ?",
    "INSERT INTO a (b, c) VALUES (?,?), (?, ?)",
    "SELECT * FROM a WHERE b = :b AND c IN (:ids)",
    "UPDATE a SET b = :b, c = @c, d = $d WHERE e BETWEEN :from AND :to",
    "SELECT * FROM a WHERE b = $1 AND c = ($2)",
    "SELECT * FROM a WHERE b = %d AND c = %L AND %I = 1",
    "SELECT ??, b.?? FROM a b WHERE ?? = ? ORDER BY ??",
    "SELECT :column:, b.:column: FROM a b WHERE :column: = :value",
    "SELECT * FROM a WHERE b = ':c' AND d = '?' /* ? :e */ AND f = 1 -- ?",
  ])("%s", (text) => {
    const { tables, opaque } = readSql([{ kind: "text", text }], dialect);
    expect(tables.map(({ name }) => name)).toEqual(["a"]);
    expect(opaque).toBeNull();
  });

  it.each([
    ["SELECT * FROM ?? WHERE b = ?", "the table's name is worked out when it runs"],
    ["SELECT * FROM :table: WHERE b = ?", "the table's name is worked out when it runs"],
    ["DELETE FROM %I WHERE b = %L", "the table's name is worked out when it runs"],
    ["SELECT * FROM %s", "`%s` is filled in when it runs"],
  ])("%s names no table that is known", (text, opaque) => {
    expect(readSql([{ kind: "text", text }], dialect)).toMatchObject({ tables: [], opaque });
  });
});

describe("what only looks like a placeholder", () => {
  it.each([
    "SELECT data ? 'a', data ?| ARRAY['a'], data ?& ARRAY['b'], b::text::int FROM a",
    "SELECT data @> '{}', data <@ '{}', data @? '$.a', data @@ '$.a', @ b FROM a WHERE tags ? :tag",
    "SELECT list[1:2], list[low:high] FROM a",
    "SELECT b % s, c%2 FROM a",
    "SELECT ?::int, :b::text, (?)::jsonb ? 'c', data->>'d' = ?, INTERVAL '1 day' * ? FROM a",
    "SELECT $$ ? :b $$, $x$ $1 $x$, U&'?', E'\\'?' FROM a",
    "SELECT f(b => ?, c := :c) FROM a",
  ])("%s", (text) => {
    const { tables, opaque } = readSql([{ kind: "text", text }], "postgresql");
    expect(tables.map(({ name }) => name)).toEqual(["a"]);
    expect(opaque).toBeNull();
  });

  it.each([
    ["mysql", "SELECT @b := 1, b % s, JSON_EXTRACT(c, '$.a') FROM a WHERE d = @d AND e = @@f.g"],
    ["sqlite", "SELECT b % s, c -> '$.a' FROM a WHERE d = ?1 AND e = :e AND f = @f AND g = $g"],
  ] as const)("in %s: %s", (dialect, text) => {
    const { tables, opaque } = readSql([{ kind: "text", text }], dialect);
    expect(tables.map(({ name }) => name)).toEqual(["a"]);
    expect(opaque).toBeNull();
  });
});
