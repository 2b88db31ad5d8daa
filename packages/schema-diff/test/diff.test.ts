import type { Schema } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import { changesThatMake, diff, readChanges, replay, sqlFile } from "../src/index.js";
import { sqlCases } from "./postgresql/sql-cases.js";
import { withoutPlaces } from "../src/diff/without-places.js";

function schemaOf(sql: string): Schema {
  return replay(readChanges(sqlFile("history.sql", sql, "postgresql")), "postgresql").schema;
}

/** Apart from places, and from the order of what has none that could be changed. */
function comparable(schema: Schema): unknown {
  const sorted = schema.tables.map((table) => ({
    ...table,
    columns: table.columns.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    uniques: table.uniques.map(withoutPlaces).toSorted(),
    checks: table.checks.map(withoutPlaces).toSorted(),
    foreignKeys: table.foreignKeys.map(withoutPlaces).toSorted(),
    indexes: table.indexes.map(withoutPlaces).toSorted(),
  }));
  return JSON.parse(withoutPlaces({ ...schema, tables: sorted }));
}

const cases = sqlCases().filter(({ name }) => !name.includes("refused"));

describe("diff", () => {
  it.each(cases)("makes $name", ({ sql }) => {
    const schema = schemaOf(sql);
    const made = replay(changesThatMake(schema), "postgresql");
    expect(made.problems).toEqual([]);
    expect(comparable(made.schema)).toEqual(comparable(schema));
  });

  it.each(cases)("finds no change in $name", ({ sql }) => {
    expect(diff(schemaOf(sql), schemaOf(`\n${sql}`))).toEqual([]);
  });

  it.each(cases.map((each, index) => ({ ...each, other: cases[(index * 7 + 3) % cases.length] })))(
    "leads from $name to $other.name",
    ({ sql, other }) => {
      const before = schemaOf(sql);
      const after = schemaOf(other?.sql ?? "");
      const { schema, problems } = replay(
        [...changesThatMake(before), ...diff(before, after)],
        "postgresql",
      );
      expect(problems).toEqual([]);
      expect(comparable(schema)).toEqual(comparable(after));
    },
  );
});
