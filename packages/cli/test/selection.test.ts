import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { selectFiles } from "../src/selection.js";
import { temporaryProject } from "./temporary-project.js";

const sources = ["src/(admin)/a.ts", "src/ab.ts", "src/ab/c.ts"];
const create = () =>
  temporaryProject({ ...Object.fromEntries(sources.map((file) => [file, ""])), "docs/a.md": "" });

function select(root: string, from: string, ...paths: string[]) {
  const selection = selectFiles(paths, { cwd: join(root, from), root, files: sources });
  return sources.filter(selection);
}

describe("the paths of the command line", () => {
  it.each([
    ["", [], sources],
    ["", ["."], sources],
    ["", ["src/ab"], ["src/ab/c.ts"]],
    ["", ["src/ab.ts"], ["src/ab.ts"]],
    ["", ["./src/(admin)/"], ["src/(admin)/a.ts"]],
    ["docs", ["../src/ab", "../src/ab.ts"], ["src/ab.ts", "src/ab/c.ts"]],
  ])("from %j: %j", (from, paths, expected) => {
    expect(select(create(), from, ...paths)).toEqual(expected);
  });

  it("may be absolute, and lead through a link", () => {
    const root = create();
    symlinkSync(join(root, "src/ab"), join(root, "link"));
    expect(select(root, "", "link", join(root, "src/ab.ts"))).toEqual(["src/ab.ts", "src/ab/c.ts"]);
  });

  it.each([
    ["gone", "there is no file or folder `gone`"],
    ["docs", "`docs` holds no source file that is read"],
    ["..", /^`\.\.` lies outside the root/u],
  ])("may not be %s", (path, sentence) => {
    expect(() => select(create(), "", path)).toThrow(sentence);
  });
});
