import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { needsTree } from "../src/index.js";

describe("what the record does not show, however it is written", () => {
  test.each([
    `import("x")`,
    `import /* why */ ("x")`,
    `import // why\n("x")`,
    `import.meta.glob("x")`,
    `import\n.meta`,
    `import.defer("x")`,
    `type T = import ("x").T`,
    `require("x")`,
    `require ("x")`,
    `require/* */("x")`,
    `(require)("x")`,
    `require?.("x")`,
    `require!("x")`,
    `(require as any)("x")`,
    `(<any>require)("x")`,
    `module["require"]("x")`,
    `r\\u0065quire("x")`,
    `import { createRequire as c } from "module"; c(base)("x")`,
    `import x = require("x")`,
    `vi.mock("x")`,
    `vi["mock"]("x")`,
    `vi\n  .mock<T>("x")`,
    `vi./* why */mock("x")`,
    `(jest.mock)("x")`,
    `module["exports"] = a`,
    `new Worker<T>(url)`,
    `/* in an ambient file */ module "x" {}`,
    `jest . requireActual ("x")`,
    `mock.module("x")`,
    `/// <reference path="x" />`,
    `new Worker(url)`,
    `declare module "x" {}`,
    `declare module/**/'x' {}`,
    `exports.a = 1`,
    `export = a`,
    `export {} from "x"`,
    `export type { } from "x"`,
    `export { /* none */ } from "x"`,
    `export /* */ {} from "x"`,
    `export default (/* the */ a)`,
  ])("%s", (text) => {
    expect(needsTree(text, "a.ts")).toBe(true);
  });
});

describe("the record suffices", () => {
  test.each([
    `import a, { type b } from "x"`,
    `export { a } from "x"; export * from "y"; export {};`,
    `export default () => {}`,
    `// we require a user, import it, and call the module`,
    `const reported = workers.map((worker) => worker.important());`,
    `/** @import { A } from "x" */`,
    `expect(spy.mock.calls[0]).toBe(user); // mock the clock`,
    `import { A } from "./shared.module";`,
    `// the Worker of the exports that mock a module\nexport { /* all */ a } from "x";`,
    `const pattern = /[\\u00A0-\\u9999]/;`,
  ])("%s", (text) => {
    expect(needsTree(text, "a.ts")).toBe(false);
  });
});

test("only JavaScript takes types from comments", () => {
  expect(needsTree(`/** @import { A } from "x" */`, "a.js")).toBe(true);
});

describe("`declare module`, with the record at hand", () => {
  test.each([
    [`declare module "x" { export const a: 1 }`, false],
    [`declare module "x" { import { A } from "y"; }`, true],
    [`declare module "x" { export { A } from "y"; }`, true],
    [`import "y"; declare module "x" { export const a: 1 }`, true],
    [`export {}; declare module "x" { export const a: 1 }`, true],
  ])("%s: %s", (text, expected) => {
    expect(needsTree(text, "a.d.ts", parseSync("a.d.ts", text).module)).toBe(expected);
  });
});
