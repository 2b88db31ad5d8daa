import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, describe } from "vitest";
import { openEslint, places } from "../eslint/lint.js";
import { headings, runCommand } from "./run-command.js";
import { initGit, temporaryRepository, usersAndPool } from "./temporary-repository.js";

/** Folder, file, and what SARIF calls them. */
const paths: readonly (readonly [folder: string, file: string, uri: string])[] = [
  ["src/(admin)", "page.ts", "src/(admin)/page.ts"],
  ["src/+page", "p.ts", "src/%2Bpage/p.ts"],
  ["src/50%", "p%20.ts", "src/50%25/p%2520.ts"],
  ["src/@slot", "p.ts", "src/%40slot/p.ts"],
  ["src/[id]", "[...rest].ts", "src/%5Bid%5D/%5B...rest%5D.ts"],
  ["src/a b", "c d.ts", "src/a%20b/c%20d.ts"],
  ["src/a#b", "p.ts", "src/a%23b/p.ts"],
  ["src/a&b", "p.ts", "src/a%26b/p.ts"],
  ["src/a,b", "c:d.ts", "src/a%2Cb/c%3Ad.ts"],
  ["src/it's", "p.ts", "src/it's/p.ts"],
  ['src/say "hi"', "p.ts", "src/say%20%22hi%22/p.ts"],
  ["src/{x}", "p.ts", "src/%7Bx%7D/p.ts"],
  [
    "src/\u7528\u6237",
    "\u5151\u6362\u7801.ts",
    "src/%E7%94%A8%E6%88%B7/%E5%85%91%E6%8D%A2%E7%A0%81.ts",
  ],
];
const files = paths.map(([folder, file]) => `${folder}/${file}`);
const found = files.map((file) => `${file}:1:8 no-cross-domain-import`);

function repository(): string {
  const source = 'import "../pool/seats.js";\n';
  const map = {
    domains: {
      users: { files: paths.map(([folder]) => `${folder}/**`) },
      pool: { files: ["src/pool/**"] },
    },
  };
  return temporaryRepository({
    "domain-isolation.config.json": JSON.stringify(map),
    "src/pool/seats.ts": "export const takeSeat = 1;\n",
    ...Object.fromEntries(files.map((file) => [file, source])),
  });
}

describe("any character in a path is only itself", () => {
  it.each(["with git", "without git"])("in the map and in findings, %s", (kind) => {
    const root = repository();
    if (kind === "with git") initGit(root);
    expect(headings(runCommand(root))).toEqual(found);
  });

  it("in JSON, and escaped in SARIF and for GitHub", () => {
    const root = repository();
    const formats = ["json=out.json", "sarif=out.sarif", "github=out.txt"];
    runCommand(
      root,
      formats.flatMap((format) => ["--format", format]),
    );
    const json = readFileSync(join(root, "out.json"), "utf8");
    expect(JSON.parse(json)).toMatchObject({ findings: files.map((file) => ({ file })) });
    const sarif = readFileSync(join(root, "out.sarif"), "utf8");
    expect([...sarif.matchAll(/"uri": ?"(src[^"]*)"/gu)].map(([, uri]) => uri)).toEqual(
      paths.map(([, , uri]) => uri),
    );
    const github = readFileSync(join(root, "out.txt"), "utf8");
    expect(github).toContain("file=src/50%25/p%2520.ts,");
    expect(github).toContain("file=src/a%2Cb/c%3Ad.ts,");
    expect(github.trimEnd().split("\n")).toHaveLength(files.length);
  });

  it("in ESLint", async () => {
    const root = repository();
    const results = await openEslint(root).lintFiles(["src/**"]);
    const shown = places(root, results).map((place) => place.replace(/-\d+:\d+ .*\//u, " "));
    expect(shown.toSorted()).toEqual(found.toSorted());
  });

  it("on the command line", () => {
    const root = repository();
    expect(headings(runCommand(root, files))).toEqual(found);
  });
});

describe("marks and line ends", () => {
  const text =
    '\uFEFF/* \u7528\u6237\u{1F600} */ import { takeSeat } from "../pool/seats.js";\r\n\r\n' +
    'import "../pool/seats.js";\r\n/* a */ import "../pool/seats.js";\r\n';
  const file = "src/users/marked.ts";

  it("do not shift a column, in the terminal and in ESLint", async () => {
    const root = temporaryRepository({ ...usersAndPool, [file]: text });
    const expected = ["1:37", "3:8", "4:16"].map((place) => `${file}:${place}`);
    const outcome = runCommand(root, [file]);
    expect(headings(outcome)).toEqual(expected.map((place) => `${place} no-cross-domain-import`));
    expect(outcome.stdout).not.toContain("\r");
    const results = await openEslint(root).lintFiles([file]);
    expect(places(root, results).map((place) => place.split("-")[0])).toEqual(expected);
  });
});
