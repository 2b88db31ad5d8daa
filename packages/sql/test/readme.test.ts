import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSql, type SqlDialect } from "../src/index.js";
import { shown } from "./marked-sql.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const row = /^\| (postgresql|mysql|sqlite) +\| `(.+?)` +\| `(.+?)` +\|$/gmu;

function dialectOf(name: string): SqlDialect {
  return name === "mysql" || name === "sqlite" ? name : "postgresql";
}

const rows = [...readme.matchAll(row)].map(
  ([, dialect = "", text = "", tables = ""]) => [dialectOf(dialect), text, tables] as const,
);

it("has examples of every dialect", () => {
  expect(new Set(rows.map(([dialect]) => dialect)).size).toBe(3);
});

it.each(rows)("%s: %s", (dialect, text, tables) => {
  const reading = readSql([{ kind: "text", text }], dialect);
  expect(shown(reading)).toBe(tables);
  expect(reading.opaque).toBeNull();
});
