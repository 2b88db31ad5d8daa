import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lintedPath, pathBelow, realFolder } from "../src/linted-path.js";

const root = realpathSync(mkdtempSync(join(tmpdir(), "linted-path-")));
mkdirSync(join(root, "real", "(admin)"), { recursive: true });
symlinkSync(join(root, "real"), join(root, "linked"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("the path of what is linted", () => {
  it.each([
    ["a file", "real/a.ts", "real/a.ts"],
    ["a file below a link to a folder", "linked/(admin)/a.ts", "real/(admin)/a.ts"],
    ["a file in folders that are not there yet", "linked/new/er/a.ts", "real/new/er/a.ts"],
    ["text without a name, as ESLint places it", "real/__placeholder__.js", null],
  ])("%s", (_, name, expected) => {
    const filename = join(root, name);
    expect(lintedPath({ filename, physicalFilename: filename }, realFolder)).toBe(
      expected === null ? null : join(root, expected),
    );
  });

  it.each(["<input>", "<text>", "/app/package.json"])("is none for %s", (name) => {
    expect(lintedPath({ filename: name, physicalFilename: name }, realFolder)).toBe(null);
  });

  it("is none for code that a processor cut out of a page", () => {
    const page = join(root, "real/guide.md");
    const file = { filename: join(page, "0.ts"), physicalFilename: page };
    expect(lintedPath(file, realFolder)).toBe(null);
  });
});

it("is that of the component for a script that a processor cut out of it", () => {
  const page = join(root, "linked/page.astro");
  const file = { filename: join(page, "1.ts"), physicalFilename: page };
  expect(lintedPath(file, realFolder)).toBe(join(root, "real/page.astro"));
});

describe("the path below a root", () => {
  it.each([
    ["/app", "/app/src/a.ts", "src/a.ts"],
    ["/app", "/app/..a.ts", "..a.ts"],
    ["/app", "/app", null],
    ["/app", "/a.ts", null],
    ["/app", "/application/a.ts", null],
  ])("%s, %s → %s", (folder, path, expected) => {
    expect(pathBelow(folder, path)).toBe(expected);
  });
});
