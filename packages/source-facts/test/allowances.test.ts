import { describe, expect, it } from "vitest";
import { parseSync } from "oxc-parser";
import { allowancesInText } from "../src/allowances/allowances-in-text.js";
import { allowancesInTree } from "../src/allowances/allowances-in-tree.js";
import { isNode } from "../src/syntax/node.js";

function inTree(text: string, file = "a.tsx") {
  const { program, comments } = parseSync(file, text, { preserveParens: false });
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error("no program");
  return allowancesInTree({ program: tree, comments, text, file });
}

const mark = "domain-isolation-allow";

describe("what a comment says", () => {
  it.each([
    ["r -- why", { rule: "r", reason: "why", until: null, link: null }],
    ["r -- why (until 2027-01-31)", { reason: "why", until: "2027-01-31", link: null }],
    ["r -- why (https://x.test/1)", { reason: "why", until: null, link: "https://x.test/1" }],
    [
      "r -- why (until 2027-01-31, https://x.test/1)",
      { reason: "why", until: "2027-01-31", link: "https://x.test/1" },
    ],
    ["r -- why (until tomorrow)", { reason: "why", until: "tomorrow" }],
    ["r -- moves (with the seats)", { reason: "moves (with the seats)", until: null }],
    ["r -- a -- b", { reason: "a -- b" }],
    ["r", { rule: "r", reason: null }],
    ["r --", { rule: "r", reason: null }],
    ["r -- (until 2027-01-31)", { reason: null, until: "2027-01-31" }],
    ["-- why", { rule: "", reason: "why" }],
    ["", { rule: "", reason: null }],
  ])("%j", (said, expected) => {
    expect(inTree(`// ${mark} ${said}\nf();`)).toMatchObject([expected]);
  });

  it("may be for several rules, each at its place", () => {
    const text = `/* ${mark} one, two -- why */ f();`;
    const found = inTree(text);
    expect(found.map(({ rule, reason }) => [rule, reason])).toEqual([
      ["one", "why"],
      ["two", "why"],
    ]);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(["one", "two"]);
  });

  it("may go over lines", () => {
    const text = `/**\n * ${mark} r --\n * why it\n * is so (until 2027-01-31)\n */\nf();`;
    expect(inTree(text)).toMatchObject([
      { rule: "r", reason: "why it is so", until: "2027-01-31" },
    ]);
  });

  it.each([
    ["in a text", `const a = "// ${mark} r -- why";`],
    ["in a template", `const a = \`\n// ${mark} r -- why\n\`;`],
    ["in the middle of a comment", `// see ${mark} r -- why\nf();`],
    ["as a part of another word", `// ${mark}ed r -- why\nf();`],
  ])("is nothing %s", (_, text) => {
    expect(inTree(text)).toEqual([]);
  });
});

/** What is covered stands between « and ». */
const covered: readonly (readonly [what: string, text: string])[] = [
  [
    "the statement that follows, on all its lines",
    `«// ${mark} r -- why\nawait db\n  .from("t")\n  .all();»\nf();`,
  ],
  ["only that one", `f();\n«// ${mark} r -- why\ng();» h();`],
  ["behind other comments", `«// ${mark} r -- why\n// more\n\n/* and */\ng();»\nh();`],
  [
    "a declaration that is given away",
    `«/** ${mark} r -- why */\nexport class A {\n  b = 1;\n}»\nh();`,
  ],
  [
    "a member of a class",
    `class A {\n  «// ${mark} r -- why\n  @column()\n  b = f();»\n  c = 1;\n}`,
  ],
  [
    "an entry of an object",
    `f({\n  «// ${mark} r -- why\n  a: g(),»\n  b: 1,\n});`.replace(",»", "»,"),
  ],
  ["an item of a list", `f([\n  «// ${mark} r -- why\n  g(),»\n  1,\n]);`.replace(",»", "»,")],
  [
    "an argument",
    `f(\n  1,\n  «// ${mark} r -- why\n  g(\n    2,\n  ),»\n  3,\n);`.replace(",»", "»,"),
  ],
  [
    "an element of JSX",
    `const a = (\n  <b>\n    {«/* ${mark} r -- why */}\n    <c d={e()} />»\n    <f />\n  </b>\n);`,
  ],
  ["its line, behind code", `f();\n«g(1); »// ${mark} r -- why\nh();`],
  ["itself, at the end of a block", `function f() {\n  g();\n  «// ${mark} r -- why»\n}\nh();`],
  ["itself, at the end of a file", `f();\n«// ${mark} r -- why»\n`],
];

it.each(covered)("a comment covers %s", (_, marked) => {
  const text = marked.replaceAll(/[«»]/gu, "");
  const [found] = inTree(text);
  const { start, end } = found?.covers ?? { start: 0, end: 0 };
  expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked);
});

const inOthers: readonly (readonly [what: string, text: string])[] = [
  ["SQL, up to an empty line", `SELECT 1;\n«-- ${mark} r -- why\nSELECT\n  2;»\n\nSELECT 3;`],
  ["SQL, at the end of a line", `«SELECT 1; -- ${mark} r -- why»\nSELECT 2;`],
  ["SQL, in a block", `«/* ${mark} r -- why */\nSELECT 2;»\n\n`],
  ["Python", `def f():\n«    # ${mark} r -- why\n    g()\n    h()»\n\n    i()`],
  ["YAML", `a:\n«  # ${mark} r -- why\n  b: 1»`],
  ["Prisma", `«// ${mark} r -- why\nmodel A {\n}»\n\nmodel B {}`],
];

it.each(inOthers)("a comment in %s", (_, marked) => {
  const text = marked.replaceAll(/[«»]/gu, "");
  const [found, ...more] = allowancesInText(text);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ rule: "r", reason: "why" });
  expect(text.slice(found?.span.start, found?.span.end)).toBe("r");
  const { start, end } = found?.covers ?? { start: 0, end: 0 };
  expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked);
});
