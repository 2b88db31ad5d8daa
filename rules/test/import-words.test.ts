import { expect, it } from "vitest";
import { listNames, wayInWords } from "../import-words.js";

it.each([
  [["a"], "`a`"],
  [["a", "b"], "`a` and `b`"],
  [["a", "b", "c"], "`a`, `b` and `c`"],
  [["a", "b", "c", "d", "e"], "`a`, `b` and 3 more"],
  [["default", "a"], "the default export and `a`"],
  [["*"], "everything"],
])("the names %j", (names, words) => {
  expect(listNames(names)).toBe(words);
});

it.each([
  [0, "src/a.ts → src/b.ts"],
  [1, "src/a.ts → src/b.ts (and 1 more file)"],
  [2, "src/a.ts → src/b.ts (and 2 more files)"],
])("a way and %i others", (others, words) => {
  expect(wayInWords(["src/a.ts", "src/b.ts"], others)).toBe(words);
});
