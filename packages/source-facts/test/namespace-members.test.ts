import { describe, expect, test } from "vitest";
import { namespaceMembers } from "../src/index.js";
import { parsers, parseWithOxc } from "./parsers.js";

const uses: readonly (readonly [string, readonly string[] | null])[] = [
  ["", []],
  ["ns.a(); ns.b.c", ["a", "b"]],
  [`ns["a"]; ns?.b; ns!.c; (ns as any).d`, ["a", "b", "c", "d"]],
  ["const { a, b: c = 1 } = ns", ["a", "b"]],
  ["let a; ({ a } = ns)", ["a"]],
  ["const x = <ns.A/>; const y = <ns.B.C>text</ns.B.C>", ["A", "B"]],
  [
    "let x: ns.T; type Y = typeof ns.v; class Z extends ns.K implements ns.I {}",
    ["I", "K", "T", "v"],
  ],
  ["import Alias = ns.A.B", ["A"]],
  ["const x = { ns: 1 }; x.ns; class Y { ns = 1 }", []],
  ["function f(ns: any) { return ns } ns.a", ["a"]],
  ["{ const ns = 1; g(ns) } ns.a", ["a"]],
  ["export { a as ns } from './y'", []],
  ["const { a, ...rest } = ns", null],
  ["f(ns)", null],
  ["const x = { ns }", null],
  ["const x = { ...ns }", null],
  ["ns[key]", null],
  ["x[ns]", null],
  ["export { ns }", null],
  ["export default ns", null],
  ["type X = keyof typeof ns", null],
  ["const x = ns; x.a", null],
  ["for (const key in ns) key", null],
];

describe.each(["oxc", "oxc without parentheses", "typescript-eslint"])("%s", (name) => {
  test.each(uses)("%s", (code, members) => {
    const source = parsers[name]?.(`import * as ns from "./x";\n${code};`, "a.tsx");
    expect(source && namespaceMembers(source.program, "ns")).toEqual(members);
  });
});

test("of a module that is required or awaited", () => {
  const { program } = parseWithOxc(`const ns = require("./x"); ns.a; ns.b()`, "a.cjs");
  expect(namespaceMembers(program, "ns")).toEqual(["a", "b"]);
});
