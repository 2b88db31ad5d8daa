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
  return { imports: [], opaque: [], unreadable: [], exports: lines.map(exportFact) };
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

const cycle = Object.fromEntries(
  Array.from({ length: 600 }, (_, index) => [
    `m${String(index)}`,
    [`* from m${String((index + 1) % 600)}`, `own${String(index)}`],
  ]),
);

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
  ])("%s", (_title, files, name, path) => {
    const found = linkerOf(files).follow("a", name).path;
    expect(found.map((step) => `${step.file}#${step.name}`).join(" ")).toBe(path);
  });

  it("is for types only where one step of the way is", () => {
    const linker = linkerOf({ a: ["type x from b", "y from b"], b: ["x", "type y"] });
    expect(linker.follow("a", "x").typeOnly).toBe(true);
    expect(linker.follow("a", "y").typeOnly).toBe(true);
  });

  it("goes through a cycle of 600 files", () => {
    expect(linkerOf(cycle).follow("m1", "own0").path).toHaveLength(600);
    expect(linkerOf(cycle).exportedNames("m7")).toHaveLength(600);
  });
});
