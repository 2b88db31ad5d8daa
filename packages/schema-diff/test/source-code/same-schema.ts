import type { Dialect } from "@domain-isolation/model";
import { expect } from "vitest";
import { readChanges, replay, sqlFile, type Change, type MigrationTree } from "../../src/index.js";

/** What a schema says, without where it says it. */
export function shown(changes: readonly Change[], dialect: Dialect) {
  const { schema, problems } = replay(changes, dialect);
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (["definedAt", "namedAt", "definition"].includes(key)) return undefined;
    return key === "expression" && typeof value === "string"
      ? value.replaceAll(/\s+/gu, "")
      : value;
  });
  const plain: unknown = JSON.parse(text);
  return { schema: plain, problems: problems.map(({ message }) => message) };
}

/** The schema that a reader finds is the one that the library's own statements make. */
export function expectSame(tree: MigrationTree, statements: readonly string[], dialect: Dialect) {
  const ours = tree.migrations.flatMap(({ up }) => up);
  const theirs = statements.flatMap((sql) => readChanges(sqlFile("emitted.sql", sql, dialect)));
  expect(tree.problems).toEqual([]);
  expect(ours.filter(({ kind }) => kind === "opaque")).toEqual([]);
  expect(shown(ours, dialect)).toEqual(shown(theirs, dialect));
}
