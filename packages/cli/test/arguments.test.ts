import { describe, expect, it } from "vitest";
import { parseArguments } from "../src/arguments.js";

const parse = (...words: string[]) => parseArguments(words, "1.2.3", ["json", "pretty"]);

describe("the command line", () => {
  it.each([
    [[], { command: "check", paths: [] }],
    [["src", "lib/a.ts"], { command: "check", paths: ["src", "lib/a.ts"] }],
    [["./facts"], { command: "check", paths: ["./facts"] }],
    [["facts", "src"], { command: "facts", paths: ["src"] }],
    [["explain", "a.ts:3"], { command: "explain", subject: "a.ts:3", specifier: undefined }],
    [["explain", "a.ts", "./b.js"], { command: "explain", subject: "a.ts", specifier: "./b.js" }],
  ])("%j", (words, expected) => {
    expect(parse(...words)).toMatchObject(expected);
  });

  it.each([
    [["--root", "r", "facts", "--config=c.ts"], { root: "r", config: "c.ts" }],
    [["explain", "a.ts", "--root", "r", "--no-color"], { root: "r", color: false }],
    [["src", "--rule", "a=off", "--rule=b=warn"], { rule: ["a=off", "b=warn"] }],
    [["--format", "json", "--format=pretty=-"], { format: ["json", "pretty=-"] }],
    [["--quiet"], { quiet: true, types: "auto", color: true }],
  ])("takes options before and after a command: %j", (words, flags) => {
    expect(parse(...words)).toMatchObject({ flags });
  });

  it.each([
    [["--formt", "json"], "unknown option '--formt'; did you mean --format?"],
    [["--root"], "option '--root <dir>' argument missing"],
    [["explain"], "missing required argument 'subject'"],
    [["explain", "a", "b", "c"], /^too many arguments for 'explain'/u],
  ])("refuses %j in one sentence", (words, sentence) => {
    expect(() => parse(...words)).toThrow(sentence);
  });

  it("prints help and version instead of running", () => {
    expect(parse("--version")).toEqual({ command: "print", text: "1.2.3\n" });
    const help = parse("--help");
    expect(help).toMatchObject({ command: "print" });
    expect(help.command === "print" && help.text).toMatch(/json, pretty[^]*Exit codes:/u);
    expect(parse("explain", "--help")).toMatchObject({ command: "print" });
  });
});
