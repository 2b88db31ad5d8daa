import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractFromTree, isSourceFile } from "../src/index.js";
import { parsers } from "./parsers.js";

/** Whoever writes letters with escapes may write any word so: such a text is walked whole. */
const walkedWhole = "\n// \\u0041";

const forms = new URL("../../../fixtures/import-forms/src/", import.meta.url);
const files = readdirSync(forms)
  .filter((file) => isSourceFile(file) && !/\.(?:vue|svelte|astro)$/u.test(file))
  .sort();

/** A class with decorators, and code of every kind around what reaches. */
const amidst = (text: string) => `
  const first = { a: [1, (x) => x.b.c(d => \`\${d}\`)], async *b() { for await (const q of w) yield q; } };
  ${text}
  export class Last { #a = 1; static { this.a = new Map([[1, 2]]); } get b() { return this.#a?.b; } }`;

describe.each(Object.entries(parsers))("%s: what is passed over holds no fact", (_, parse) => {
  test.each(files)("%s", (file) => {
    const text = readFileSync(new URL(file, forms), "utf8");
    const part = parse(text, file);
    const whole = parse(text + walkedWhole, file);
    expect(part && extractFromTree(part)).toEqual(whole && extractFromTree(whole));
  });
});

describe.each(["oxc", "typescript-eslint"])("%s: a place far from its words", (parser) => {
  test.each([
    [`@Load(() => import("./a")) export class A {}`, ["./a"]],
    [`export class A { constructor(@Load(require("./a")) readonly a: string) {} }`, ["./a"]],
    [
      `declare module "./a" { import { B } from "./b"; export { C } from "./c"; }`,
      ["./a", "./b", "./c"],
    ],
    [
      `const make = createRequire(__filename); first(() => make("./a"));
      import { createRequire } from "node:module";`,
      ["node:module", "./a"],
    ],
    [
      `import { Worker as W } from "node:worker_threads"; first(() => new W("./a"));`,
      ["node:worker_threads", "./a"],
    ],
    [`import { mock as m } from "bun:test"; first(() => m.module("./a"));`, ["bun:test", "./a"]],
    [`const name = "./a"; if (first) { while (1) { import(name); } }`, ["./a"]],
  ])("%s", (text, expected) => {
    const source = parsers[parser]?.(amidst(text), "a.ts");
    const specifiers = source ? extractFromTree(source).imports.map((fact) => fact.specifier) : [];
    expect(specifiers.toSorted()).toEqual(expected.toSorted());
  });
});
