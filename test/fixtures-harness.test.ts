import { describe, expect, it } from "vitest";
import { compareFindings } from "./fixtures-harness/compare-findings.js";
import type { ObservedFinding } from "./fixtures-harness/expectation.js";
import { expectationsIn } from "./fixtures-harness/read-expectations.js";

const finding: ObservedFinding = {
  ruleId: "no-cross-domain-import",
  file: "a.ts",
  line: 1,
  to: "pool",
  status: "new",
};

describe("expectations", () => {
  const placed: readonly (readonly [string, string, readonly object[]])[] = [
    ["at the end of the line", "a();\nb(); // expect: no-x → pool", [{ line: 2, to: "pool" }]],
    ["below the line", "b();\n  // expect: no-x → pool", [{ line: 1 }]],
    [
      "below the line, twice",
      "b();\n// expect: no-x\n// expect: no-y",
      [
        { line: 1, ruleId: "no-x" },
        { line: 1, ruleId: "no-y" },
      ],
    ],
    ["beside and below", "b(); // expect: no-x\n// expect: no-y", [{ line: 1 }, { line: 1 }]],
    ["several in one", "b(); // expect: no-x → pool, no-y → users", [{}, { to: "users" }]],
    ["in markup", "<p />\n<!-- expect: no-x → pool -->", [{ line: 1, to: "pool" }]],
    ["in a block comment", "a(/* expect: no-x */);", [{ line: 1, ruleId: "no-x" }]],
    ["in SQL", "DROP TABLE seats; -- expect: no-x", [{ line: 1 }]],
    ["in YAML", "URL: x # expect: no-x", [{ line: 1 }]],
    ["with Windows line ends", "a();\r\nb(); // expect: no-x\r\n", [{ line: 2, to: null }]],
    [
      "with all their parts",
      "a(); // expect: no-x → pool exempt privateFile",
      [{ to: "pool", status: "exempt", messageId: "privateFile" }],
    ],
    ["new, if nothing else is said", "a(); // expect: no-x privateFile", [{ status: "new" }]],
    ["only in comments", 'expect: "no-x"; expect(x).toBe(1)', []],
  ];
  it.each(placed)("are read %s", (_, text, expected) => {
    expect(expectationsIn("a.ts", text)).toMatchObject(expected);
  });

  it.each([
    ["a(); // expect: nocrossing", 'a.ts:1: "nocrossing" is no expectation'],
    ["a(); // expect: no-x -> pool", 'a.ts:1: "no-x -> pool" is no expectation'],
    ["a(); // expect:", 'a.ts:1: "" is no expectation'],
    ["// expect: no-x", "a.ts:1: there is no line above"],
  ])("of %s are refused", (text, message) => {
    expect(() => expectationsIn("a.ts", text)).toThrow(message);
  });
});

describe("comparison", () => {
  it("has nothing to say of equal sides, whatever the order", () => {
    const other = { ...finding, line: 2 };
    expect(compareFindings([finding, other], [other, finding])).toBe("");
  });

  it("tells what is missing and what is too much, by place", () => {
    const exempt = { ...finding, line: 9, status: "exempt" };
    expect(compareFindings([{ ...finding, line: 12 }, exempt], [finding, exempt])).toBe(
      "a.ts:1  unexpected  no-cross-domain-import → pool\n" +
        "a.ts:12  missing  no-cross-domain-import → pool",
    );
  });

  it.each([{ to: "users" }, { to: null }, { status: "exempt" }, { ruleId: "no-x" }])(
    "takes %j for another finding",
    (difference) => {
      const diff = compareFindings([finding], [{ ...finding, ...difference }]);
      expect(diff).toContain("missing");
      expect(diff).toContain("unexpected");
    },
  );

  it("counts: two findings need two expectations", () => {
    expect(compareFindings([finding], [finding, finding])).toContain("unexpected");
    expect(compareFindings([finding, finding], [finding])).toContain("missing");
  });

  it("looks at the message only where one is named, and lets those choose first", () => {
    const named = { ...finding, messageId: "undeclared" };
    const found = [named, { ...finding, messageId: "privateFile" }];
    expect(compareFindings([finding, named], found)).toBe("");
    expect(compareFindings([named, named], found)).toContain("privateFile");
  });
});
