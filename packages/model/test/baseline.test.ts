import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyText, type Baseline, type BaselineEntry } from "../src/baseline/baseline.js";
import { matchBaseline, type FilesNow } from "../src/baseline/match-baseline.js";
import { mergeBaselines } from "../src/baseline/merge-baselines.js";
import { shrunkBaseline, wholeBaseline } from "../src/baseline/next-baseline.js";
import { sketchOf, similarity } from "../src/baseline/sketch.js";
import { judged } from "../src/judge.js";
import type { Judged } from "../src/judged.js";

/** `pool/a.ts users/codes.ts#codes`: a finding of the rule "r" from pool to users. */
function found(...lines: readonly string[]): readonly Judged[] {
  const all = lines.map((line, index) => {
    const [file = "", ...identity] = line.split(" ");
    const span = { start: index, end: index + 1 };
    const way = { from: "pool", to: "users", because: null, data: {}, tier: "file" } as const;
    return { ...way, messageId: "m", file, span, identity };
  });
  return judged("r", "error", all);
}

function filesNow(texts: Readonly<Record<string, string>>): FilesNow {
  return { has: (file) => file in texts, sketch: (file) => sketchOf(texts[file] ?? "") };
}

const shown = ({ file, what, count }: BaselineEntry) =>
  [file, ...what, `×${String(count)}`].join(" ");
const isOn = () => true;

/** A source file of some lines, of which the first ones are its own. */
function source(name: string, lines = 30, own = lines): string {
  const text = (index: number) => `const ${index < own ? name : "common"}${String(index)} = f();`;
  return Array.from({ length: lines }, (_, index) => text(index)).join("\n");
}

describe("a baseline", () => {
  const before = { "pool/a.ts": source("a"), "pool/b.ts": source("b"), "users/c.ts": source("c") };
  const old = found("pool/a.ts users/c.ts#codes", "pool/a.ts users/c.ts#codes", "pool/b.ts t");
  const baseline = wholeBaseline(old, [], filesNow(before));

  it("records each thing once, with how often it is there, in order", () => {
    expect(baseline.entries.map(shown)).toEqual([
      "pool/a.ts users/c.ts#codes ×2",
      "pool/b.ts t ×1",
    ]);
    expect([...baseline.sketches.keys()]).toEqual(["pool/a.ts", "pool/b.ts", "users/c.ts"]);
  });

  it.each<
    [what: string, now: string[], files: Record<string, string>, known: number, stale: string[]]
  >([
    [
      "all that is recorded",
      ["pool/a.ts users/c.ts#codes", "pool/a.ts users/c.ts#codes", "pool/b.ts t"],
      before,
      3,
      [],
    ],
    [
      "no more of a thing than is recorded",
      ["pool/b.ts t", "pool/b.ts t"],
      before,
      1,
      ["pool/a.ts users/c.ts#codes ×2"],
    ],
    [
      "what is left of a thing",
      ["pool/a.ts users/c.ts#codes", "pool/b.ts t"],
      before,
      2,
      ["pool/a.ts users/c.ts#codes ×2"],
    ],
    [
      "another thing in the same file not",
      ["pool/b.ts u"],
      before,
      0,
      ["pool/a.ts users/c.ts#codes ×2", "pool/b.ts t ×1"],
    ],
    [
      "a file under another name, and changed a little",
      ["pool/z.ts t", "pool/a.ts users/c.ts#codes", "pool/a.ts users/c.ts#codes"],
      {
        "pool/a.ts": source("a"),
        "pool/z.ts": `${source("b")}\nmore();`,
        "users/c.ts": source("c"),
      },
      3,
      [],
    ],
    [
      "the other side under another name",
      ["pool/b.ts t", "pool/a.ts users/d.ts#codes", "pool/a.ts users/d.ts#codes"],
      { "pool/a.ts": source("a"), "pool/b.ts": source("b"), "users/d.ts": source("c") },
      3,
      [],
    ],
    [
      "no file that is another one",
      ["pool/z.ts t"],
      { ...before, "pool/b.ts": "", "pool/z.ts": source("z") },
      0,
      ["pool/a.ts users/c.ts#codes ×2", "pool/b.ts t ×1"],
    ],
    [
      "no copy, as long as the file is there",
      ["pool/z.ts t", "pool/b.ts t"],
      { ...before, "pool/z.ts": source("b") },
      1,
      ["pool/a.ts users/c.ts#codes ×2"],
    ],
  ])("knows %s", (_, now, files, known, stale) => {
    const match = matchBaseline(baseline, found(...now), filesNow(files), isOn);
    expect([...match.known]).toHaveLength(known);
    expect(match.stale.map(({ entry }) => shown(entry))).toEqual(stale);
  });

  it("says nothing of rules that are off, and keeps what it knows of them", () => {
    const match = matchBaseline(baseline, [], filesNow(before), () => false);
    expect(match.stale).toEqual([]);
    expect(shrunkBaseline(match, filesNow(before))).toEqual(baseline);
  });

  it("only shrinks, and goes over to the new names", () => {
    const files = filesNow({ "pool/z.ts": source("b"), "pool/new.ts": "" });
    const match = matchBaseline(baseline, found("pool/z.ts t", "pool/new.ts t"), files, isOn);
    const next = shrunkBaseline(match, files);
    expect(next.entries.map(shown)).toEqual(["pool/z.ts t ×1"]);
    expect([...next.sketches.keys()]).toEqual(["pool/z.ts"]);
  });
});

const things = fc.array(fc.constantFrom("a.ts x", "a.ts y", "b.ts x", "b.ts y", "c.ts z"), {
  maxLength: 12,
});
const nothing = filesNow({});
const recorded = (lines: readonly string[]): Baseline =>
  wholeBaseline(found(...lines), [], nothing);

it("knows exactly what was there, whatever comes and goes", () => {
  fc.assert(
    fc.property(things, things, (then, now) => {
      const match = matchBaseline(recorded(then), found(...now), nothing, isOn);
      const count = (lines: readonly string[], line: string) =>
        lines.filter((other) => other === line).length;
      const kinds = [...new Set([...then, ...now])];
      const common = kinds.map((line) => Math.min(count(then, line), count(now, line)));
      expect(match.known.size).toBe(common.reduce((sum, one) => sum + one, 0));
      const gone = match.stale.reduce((sum, one) => sum + one.gone, 0);
      expect(match.known.size + gone).toBe(then.length);
    }),
  );
});

describe("merging", () => {
  const merge = (...sides: readonly [string[], string[], string[]]) => {
    const [base, ours, theirs] = sides.map(recorded);
    if (!base || !ours || !theirs) throw new Error("three sides");
    return mergeBaselines(base, ours, theirs).entries.map(shown);
  };

  it.each<[what: string, base: string[], ours: string[], theirs: string[], merged: string[]]>([
    [
      "leaves out what either repaired",
      ["a 1", "b 1", "c 1"],
      ["b 1", "c 1"],
      ["a 1", "c 1"],
      ["c 1 ×1"],
    ],
    ["takes what either added", [], ["a 1"], ["b 1"], ["a 1 ×1", "b 1 ×1"]],
    ["takes once what both added", [], ["a 1"], ["a 1"], ["a 1 ×1"]],
    [
      "counts what one repaired and one added",
      ["a 1", "a 1"],
      ["a 1"],
      ["a 1", "a 1", "a 1"],
      ["a 1 ×2"],
    ],
    ["does not bring back what one repaired", ["a 1"], [], ["a 1"], []],
  ])("%s", (_, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toEqual(merged);
  });

  it("is the same from either side, and changes nothing where nothing changed", () => {
    fc.assert(
      fc.property(things, things, things, (base, ours, theirs) => {
        expect(merge(base, ours, theirs)).toEqual(merge(base, theirs, ours));
        expect(merge(base, base, ours)).toEqual(recorded(ours).entries.map(shown));
      }),
    );
  });
});

describe("a sketch", () => {
  it.each([
    ["the same text", source("a"), 1, 1],
    [
      "the lines in another order and indented",
      source("a").split("\n").reverse().join("\n\t"),
      1,
      1,
    ],
    ["half of the lines", source("a", 15), 0.35, 0.65],
    ["a fifth of them changed", source("b", 30, 6).replaceAll("common", "a"), 0.5, 0.85],
    ["another text", source("z"), 0, 0],
  ])("tells how much is common: %s", (_, text, least, most) => {
    const score = similarity(sketchOf(source("a")), sketchOf(text));
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
  });

  it("sorts entries by file first", () => {
    const entry = { rule: "z", file: "a.ts", from: null, to: null, what: [] };
    expect(keyText(entry) < keyText({ ...entry, rule: "a", file: "b.ts" })).toBe(true);
  });
});
