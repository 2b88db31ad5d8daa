import { describe, expect, it } from "vitest";
import { readFormats, readLevels, readTypeMode } from "../src/check-options.js";
import { formatNames, loadReporter } from "../src/formats.js";

const flags = { types: "auto", color: true, baseline: true };
const ruleIds = ["no-cross-domain-import", "no-domain-cycle"];

describe("--format", () => {
  it.each([
    [undefined, [{ format: "pretty", file: null }]],
    [["json=-"], [{ format: "json", file: null }]],
    [
      ["pretty", "sarif=out/a=b.sarif"],
      [
        { format: "pretty", file: null },
        { format: "sarif", file: "out/a=b.sarif" },
      ],
    ],
  ])("%j", (format, expected) => {
    const given = format === undefined ? flags : { ...flags, format };
    expect(readFormats(given, formatNames())).toEqual(expected);
  });

  it("refuses unknown formats, and two in one file", () => {
    expect(() => readFormats({ ...flags, format: ["sarlf"] }, formatNames())).toThrow(
      'unknown format "sarlf"; did you mean "sarif"?',
    );
    expect(() => readFormats({ ...flags, format: ["json=a", "sarif=a"] }, formatNames())).toThrow(
      "two formats cannot both be written to `a`",
    );
  });

  it("has a reporter for every file in reporters/", async () => {
    expect(formatNames()).toEqual([
      "checkstyle",
      "github",
      "gitlab",
      "json",
      "jsonl",
      "junit",
      "markdown",
      "pretty",
      "sarif",
    ]);
    for (const format of formatNames()) {
      expect(await loadReporter(format)).toHaveProperty("render");
    }
  });
});

describe("--rule", () => {
  it("takes levels, for all rules too; a later one wins", () => {
    expect(readLevels(["*=warn", "no-domain-cycle=off", "no-domain-cycle=error"], ruleIds)).toEqual(
      {
        "*": "warn",
        "no-domain-cycle": "error",
      },
    );
  });

  it.each([
    ["no-domain-cycl=warn", 'unknown rule "no-domain-cycl"; did you mean "no-domain-cycle"?'],
    ["zebra=warn", /^unknown rule "zebra"; the rules are no-cross-domain-import, /u],
    ["no-domain-cycle=warning", /^unknown level "warning" for rule "no-domain-cycle"; a level is/u],
    ["no-domain-cycle=of", 'unknown level "of" for rule "no-domain-cycle"; did you mean "off"?'],
    ["no-domain-cycle", /^--rule takes ID=level/u],
  ])("refuses %s", (word, sentence) => {
    expect(() => readLevels([word], ruleIds)).toThrow(sentence);
  });
});

describe("--types", () => {
  it("takes auto, on and off", () => {
    for (const mode of ["auto", "on", "off"]) expect(readTypeMode(mode)).toBe(mode);
    expect(() => readTypeMode("offf")).toThrow(
      'unknown mode "offf" for --types; did you mean "off"?',
    );
  });
});
