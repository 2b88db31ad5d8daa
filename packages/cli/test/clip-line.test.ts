import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { clipLine } from "../src/pretty/clip-line.js";

function clip(line: string, on: string, width: number) {
  const start = line.indexOf(on);
  const { text, markAt, markWidth } = clipLine(line, start, start + on.length, width);
  return `${text}\n${" ".repeat(markAt)}${"━".repeat(markWidth)}`;
}

describe("a line of code", () => {
  it.each([
    ["stays whole", 'const a = "b";', '"b"', 40, 'const a = "b";\n          ━━━'],
    ["counts Chinese as two columns", 'f("邀请", x)', "x", 40, 'f("邀请", x)\n          ━'],
    ["marks Chinese as wide as it is", "f(邀请码)", "邀请码", 40, "f(邀请码)\n  ━━━━━━"],
    ["shows a tab as two blanks", "\tf(x)", "x", 40, "  f(x)\n    ━"],
    ["cuts the end", "f(x, abcdefghij)", "x", 10, "f(x, abcd…\n  ━"],
    ["cuts the beginning", "abcdefghij(x)", "x", 8, "…ghij(x)\n      ━"],
    ["cuts both", "abcdefghij(x)klmnopqrst", "x", 9, "…ij(x)kl…\n    ━"],
    ["cuts a long stretch", "f(abcdefghijklmnop)", "abcdefghijklmnop", 8, "abcdefg…\n━━━━━━━━"],
    ["keeps escape sequences from the terminal", "\u001B[2Jx", "x", 40, "\uFFFD[2Jx\n    ━"],
    ["keeps the direction of writing", "a\u202Eb x", "x", 40, "a\uFFFDb x\n    ━"],
  ])("%s", (_, line, on, width, expected) => {
    expect(clip(line, on, width)).toBe(expected);
  });

  it("is never wider than asked, and its mark never leaves it", () => {
    const part = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 4, max: 40 }), (before, on, after, width) => {
        const line = before + on + after;
        const found = clipLine(line, before.length, before.length + on.length, width);
        expect(stringWidth(found.text)).toBeLessThanOrEqual(width);
        expect(found.markAt + found.markWidth).toBeLessThanOrEqual(
          Math.max(width, stringWidth(found.text)) + 1,
        );
      }),
    );
  });

  it("looks at no more of five megabytes than it shows", () => {
    const half = "x=1;".repeat(650_000);
    expect(clip(`${half}"a"${half}`, '"a"', 21)).toBe(`…x=1;x=1;"a"x=1;x=1;…\n         ━━━`);
  });
});
