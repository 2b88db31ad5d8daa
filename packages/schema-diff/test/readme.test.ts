import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";
import * as schemaDiff from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [, example = ""] = /```ts\nimport [^;]*;\n([^]*?)```/u.exec(readme) ?? [];
const rows = [...readme.matchAll(/^\| `(.+?)` +\| `(.+?)` +\|$/gmu)].map(
  ([, expression = "", value = ""]) => [expression, value] as const,
);

function valueOf(expression: string): string {
  const value: unknown = runInContext(
    `${example}\n${expression}`,
    createContext({ ...schemaDiff }),
  );
  return Array.isArray(value) ? value.join(", ") : String(value);
}

it("has an example, and says what it gives", () => {
  expect(example).toContain("readTree(");
  expect(rows.length).toBeGreaterThan(5);
});

it.each(rows)("%s is %s", (expression, value) => {
  expect(valueOf(expression)).toBe(value);
});
