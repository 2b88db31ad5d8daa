import type { ExportFact, SourceFacts } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import { createNameLinker } from "../src/link/link-names.js";

type Exports = Readonly<Record<string, readonly string[]>>;

/** `a`, `a as b from ./x`, `* from ./x`, `* as ns from ./x`; `type` in front for types only. */
function linkerOf(files: Exports) {
  const facts = new Map(Object.entries(files).map(([file, lines]) => [file, sourceFacts(lines)]));
  const none = sourceFacts([]);
  return createNameLinker({
    sourceFacts: (file) => facts.get(file) ?? none,
    target: (_file, specifier) => (facts.has(specifier) ? specifier : null),
  });
}

function sourceFacts(lines: readonly string[]): SourceFacts {
  return {
    imports: [],
    opaque: [],
    unreadable: [],
    allowances: [],
    exports: lines.map(exportFact),
  };
}

function exportFact(line: string): ExportFact {
  const [, type, imported = "", renamed, specifier] =
    /^(type )?(\S+)(?: as (\S+))?(?: from (\S+))?$/u.exec(line) ?? [];
  const base = { kind: "export", name: renamed ?? imported, typeOnly: type !== undefined } as const;
  const span = { start: 0, end: 0 };
  return specifier === undefined
    ? { ...base, span }
    : { ...base, span, from: { specifier, name: imported } };
}

/** Files that each give away all of the next one, the last all of the first. */
function cycle(length: number): Exports {
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `m${String(index)}`,
      [`* from m${String((index + 1) % length)}`, `own${String(index)}`],
    ]),
  );
}

describe("following a name to where it is defined", () => {
  it.each<[string, Exports, string, string]>([
    ["its own", { a: ["x"] }, "x", "a#x"],
    ["re-exported", { a: ["x from b"], b: ["x"] }, "x", "a#x b#x"],
    ["renamed twice", { a: ["y as z from b"], b: ["x as y from c"], c: ["x"] }, "z", "a#z b#y c#x"],
    ["through a star", { a: ["* from b"], b: ["* from c"], c: ["x"] }, "x", "a#x b#x c#x"],
    ["the second star", { a: ["* from b", "* from c"], b: ["y"], c: ["x"] }, "x", "a#x c#x"],
    ["default as a name", { a: ["default as x from b"], b: ["default"] }, "x", "a#x b#default"],
    ["no default by a star", { a: ["* from b"], b: ["default"] }, "default", "a#default"],
    ["a namespace", { a: ["* as ns from b"], b: ["* from c"], c: ["x"] }, "ns", "a#ns b#*"],
    ["its own before a star", { a: ["* from b", "x"], b: ["x"] }, "x", "a#x"],
    ["lost in another package", { a: ["x from elsewhere"] }, "x", "a#x"],
    ["a cycle of two", { a: ["x from b"], b: ["x from a"] }, "x", "a#x b#x"],
    ["stars in a cycle", { a: ["* from b"], b: ["* from a", "x"] }, "x", "a#x b#x"],
    ["back by a star", { a: ["x from b"], b: ["* from a"] }, "x", "a#x b#x"],
    [
      "past a way back",
      { a: ["x from b"], b: ["* from a", "* from c"], c: ["x"] },
      "x",
      "a#x b#x c#x",
    ],
    [
      "where a star before had nothing",
      { a: ["* from b", "* from c"], b: ["y"], c: ["x from b"] },
      "x",
      "a#x c#x b#x",
    ],
  ])("%s", (_title, files, name, path) => {
    const found = linkerOf(files).follow("a", name).path;
    expect(found.map((step) => `${step.file}#${step.name}`).join(" ")).toBe(path);
  });

  it("is for types only where one step of the way is", () => {
    const linker = linkerOf({ a: ["type x from b", "y from b"], b: ["x", "type y"] });
    expect(linker.follow("a", "x").typeOnly).toBe(true);
    expect(linker.follow("a", "y").typeOnly).toBe(true);
  });

  it("goes through more files than functions can call each other", () => {
    const linker = linkerOf(cycle(20_000));
    expect(linker.follow("m1", "own0").path).toHaveLength(20_000);
    expect(linker.exportedNames("m7")).toHaveLength(20_000);
  });

  it("goes through as many files that rename", () => {
    const renaming = Array.from({ length: 20_000 }, (_, index): [string, readonly string[]] => [
      `m${String(index)}`,
      [`x${String(index + 1)} as x${String(index)} from m${String(index + 1)}`],
    ]);
    expect(linkerOf(Object.fromEntries(renaming)).follow("m0", "x0").path).toHaveLength(20_000);
  });
});
