import { describe, expect, test } from "vitest";
import { extractFromTree, globPatterns } from "../src/index.js";
import { parseWithOxc } from "./parsers.js";
import { shownFacts } from "./shown-facts.js";

function factsOf(text: string, file = "a.ts"): readonly string[] {
  return shownFacts(extractFromTree(parseWithOxc(text, file)), text);
}

describe("whose require it is", () => {
  test.each([
    ["a parameter", `(require) => require("x")`],
    ["a function below", `require("x"); function require() {}`],
    ["a var of the whole function", `function f() { require("x"); { var require = g; } }`],
    ["a pattern", `const { require } = g; require("x")`],
    ["an import", `import { require } from "./own"; require("x")`, "1 import ./own require"],
    ["a class's own", `(class require { static { require("x"); } })`],
    ["what an own createRequire made", `const createRequire = f; createRequire("y")("x")`],
    ["nor of another module", `const { createRequire } = f("y"); createRequire("y")("x")`],
  ])("not Node's: %s", (_name, text, ...others) => {
    expect(factsOf(text)).toEqual(others);
  });

  test.each([
    ["beside a local one", `{ const require = g; } require("x");`],
    ["a parameter elsewhere", `f((require) => 1); require("x");`],
    ["declared for the compiler", `declare function require(name: string): any; require("x");`],
    ["a type's parameter", `type F = (require: string) => void; require("x");`],
  ])("Node's: %s", (_name, text) => {
    expect(factsOf(text)).toEqual(["1 require x"]);
  });
});

test("a require made for another place can't tell where a relative specifier leads", () => {
  const text = `import { createRequire } from "module";
const other = createRequire("/elsewhere/");
other("./x");
other("y");`;
  expect(factsOf(text)).toEqual([
    "1 import module createRequire",
    "3 opaque require `./x` is relative to another place than this file",
    "4 require y",
  ]);
});

describe("constants", () => {
  test.each([
    [`const a = "x", b = a; import(b)`, "x"],
    ["const a = `${`x`}/y`; import(a)", "x/y"],
    [`const { a: { b } } = { a: { b: "x" } }; import(b)`, "x"],
    [`enum A { B = "x" } enum A { C = "y" } import(A.C)`, "y"],
    [`const a = "x"; { const a = "y"; import(a) }`, "y"],
  ])("%s", (text, specifier) => {
    expect(factsOf(text)).toEqual([`1 dynamic-import ${specifier}`]);
  });

  test.each([
    [
      `const a = a + "x"; import(a)`,
      "is built from `a`, a constant that is worked out when it runs",
    ],
    [`const a = b, b = a; import(a)`, "is `a`, a constant that is worked out when it runs"],
    [`const a = { ...b, c: "x" }; import(a.c)`, "is `a.c`, which is worked out when it runs"],
    [`enum A { B } import(A.B)`, "is `A.B`, which is worked out when it runs"],
    [`import(unknown)`, "is `unknown`, which this file does not define"],
  ])("%s is none", (text, reason) => {
    expect(factsOf(text)).toEqual([`1 opaque dynamic-import the specifier ${reason}`]);
  });

  test("that double at every step cost little", () => {
    const doubled = Array.from({ length: 60 }, (_, index) => `a${String(index)}+a${String(index)}`);
    const constants = doubled.map((sum, index) => `const a${String(index + 1)} = ${sum};`);
    const [fact] = factsOf(`const a0 = "x"; ${constants.join("")} import(a60)`);
    expect(fact).toMatch(/^1 opaque dynamic-import the specifier is built from/u);
  });
});

test("code that nests deeper than the stack is read", () => {
  // No parser gets so far down: the tree is made by hand.
  let node: { type: string; [key: string]: unknown } = {
    type: "ImportExpression",
    source: { type: "Literal", value: "x", start: 0, end: 3 },
  };
  for (let depth = 0; depth < 50_000; depth++) {
    node = { type: "BinaryExpression", operator: "+", left: node, right: { type: "Super" } };
  }
  const program = { type: "Program", body: [{ type: "ExpressionStatement", expression: node }] };
  const { imports } = extractFromTree({ program, comments: [], text: "", file: "a.js" });
  expect(imports).toMatchObject([{ specifier: "x" }]);
});

describe("mocks under other names", () => {
  test.each([
    [`import { vi as v } from "vitest"; v.mock("x")`, ["1 import vitest vi=v", "1 mock x"]],
    [`import * as v from "vitest"; v.vi.mock("x")`, ["1 import vitest *=v", "1 mock x"]],
    [`import { vi } from "./own"; vi.mock("x")`, ["1 import ./own vi"]],
    [`import { mock } from "bun:test"; mock.module("x")`, ["1 import bun:test mock", "1 mock x"]],
  ])("%s", (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });
});

describe("what is no reach", () => {
  test.each([
    `new URL("./x", base)`,
    `new URL("data:text/plain,x", import.meta.url)`,
    `class Worker {} new Worker(new URL("./x", base))`,
    `import { Worker } from "bullmq"; new Worker("./x")`,
    `declare module "x" {}`,
    `export {}; declare module "*.css" {}`,
    `export {}; declare global { interface A {} }`,
    `const text = 'import("x")'; // require("x")`,
  ])("%s", (text) => {
    expect(factsOf(text).filter((fact) => !/ (?:gives|import bullmq) /u.test(fact))).toEqual([]);
  });
});

test("JSDoc holds imports in JavaScript only", () => {
  const text = `/** @type {import("x").T} */ let a;`;
  expect(factsOf(text, "a.js")).toEqual(["1 jsdoc x (type) T"]);
  expect(factsOf(text, "a.ts")).toEqual([]);
});

test.each([
  ["./*.ts", { pattern: "./*.ts", except: [] }],
  ["./*.ts !./a.ts !**/b.ts", { pattern: "./*.ts", except: ["./a.ts", "**/b.ts"] }],
  ["./a folder/*.ts", { pattern: "./a folder/*.ts", except: [] }],
])("the glob %s", (specifier, patterns) => {
  expect(globPatterns(specifier)).toEqual(patterns);
});
