import { describe, expect, it } from "vitest";
import { blocksOf, readPage } from "./pages/page.js";

const english = readPage("README.md");
const chinese = readPage("README.zh-CN.md");

/** What of a page is the same in every language, in its order. */
const sameParts: readonly (readonly [string, (page: string) => readonly string[]])[] = [
  ["blocks of code", (page) => blocksOf(page).map(({ title, text }) => `${title}\n${text}`)],
  ["levels of headings", (page) => matches(withoutCode(page), /^(#+) /gmu)],
  ["rules with their levels", ruleRows],
  ["figures", figures],
  ["options", (page) => sorted(matches(withoutCode(page), /(?<!-)(--[a-z][a-z-]*)/gu))],
  ["commands", (page) => sorted(matches(flat(page), /`(n(?:px|pm|ode) [^`]+)`/gu))],
  ["names in code", (page) => sorted(matches(flat(page), /`([^`]+)`/gu))],
];

describe("README.zh-CN.md", () => {
  it.each(sameParts)("has the README's %s", (_, partsOf) => {
    expect(partsOf(english).length).toBeGreaterThan(0);
    expect(partsOf(chinese)).toEqual(partsOf(english));
  });

  it("leads where the README leads", () => {
    const links = (page: string) => sorted(matches(page, /\]\(([^)]+)\)/gu)).filter(isElsewhere);
    expect(links(chinese)).toEqual(links(english));
  });

  it("is in Chinese wherever the README has prose", () => {
    const paragraphs = withoutCode(chinese)
      .split(/\n{2,}/u)
      .filter((text) => text.length > 40);
    expect(paragraphs.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

/** The two name each other. */
function isElsewhere(link: string): boolean {
  return !link.startsWith("README");
}

function ruleRows(page: string): readonly string[] {
  const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| [`") && line.includes("rules/"));
  return rows.map((row) => {
    const [, rule = "", , ...settings] = row.split("|").map((cell) => cell.trim());
    return [rule, ...settings.map((cell) => (cell === "是" ? "yes" : cell))].join(" ");
  });
}

function figures(page: string): readonly string[] {
  return sorted(matches(withoutCode(page), /(?<![\p{L}\d.-])(\d[\d,.]*\d(?:×|%)?)(?![\d-])/gu));
}

function withoutCode(page: string): string {
  return page.replace(/^```[\s\S]*?^```/gmu, "");
}

/** A name in code may be broken over two lines. Rows of the rules have their own test. */
function flat(page: string): string {
  const lines = withoutCode(page).split("\n");
  return lines.filter((line) => !/^\| \[`.*rules\//u.test(line)).join(" ");
}

function matches(page: string, pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].map(([, found = ""]) => found.replace(/\s+/gu, " "));
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
