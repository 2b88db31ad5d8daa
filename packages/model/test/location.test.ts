import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import { createLocator } from "../src/location.js";

it.each([
  ["a\nbc", 2, 2, 1],
  ["a\r\nbc", 3, 2, 1],
  ["a\rbc", 2, 2, 1],
  ["a\u2028bc", 2, 2, 1], // ECMAScript ends lines here too
  ["😀x", 2, 1, 3], // columns count UTF-16 units, as editors do
  ["", 0, 1, 1],
])("%j at %d is line %d, column %d", (text, offset, line, column) => {
  expect(createLocator(text)({ start: offset, end: offset })).toEqual({
    line,
    column,
    endLine: line,
    endColumn: column,
  });
});

it("agrees with the TypeScript compiler on every text and offset", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "\n", "\r", "\r\n", "\u2028", "\u2029", "用"),
  });
  fc.assert(
    fc.property(text, (content) => {
      const source = ts.createSourceFile("a.ts", content, ts.ScriptTarget.ES2023);
      const locate = createLocator(content);
      for (let offset = 0; offset <= content.length; offset += 1) {
        const { line, character } = source.getLineAndCharacterOfPosition(offset);
        const { line: ours, column } = locate({ start: offset, end: content.length });
        expect([ours, column]).toEqual([line + 1, character + 1]);
      }
    }),
    { seed: 1 },
  );
});
