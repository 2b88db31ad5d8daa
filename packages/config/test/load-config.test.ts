import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { auditConfig } from "../src/audit-config.js";
import { ConfigError } from "../src/config-error.js";
import { loadConfig } from "../src/load-config.js";
import { rules } from "./rules.js";
import { temporaryFolder } from "./temporary-folder.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

const map = '{ domains: { users: { files: ["src/users/**"] } } }';

describe("the ways to write a configuration", () => {
  const cases: readonly (readonly [string, string, Files])[] = [
    ["JSON", "c.json", { "c.json": '{ "domains": { "users": { "files": ["src/users/**"] } } }' }],
    [
      "JSON with comments, trailing commas and a byte order mark",
      "c.json",
      {
        "c.json":
          '\uFEFF// x\n{ "domains": { "users": { "files": ["src/users/**",], }, }, } /* y */',
      },
    ],
    ["export default", "c.ts", { "c.ts": `export default ${map};` }],
    [
      "defineConfig of the command, which isn't installed here",
      "c.ts",
      {
        "c.ts": `import { defineConfig } from "check-domain-isolation";\nexport default defineConfig(${map});`,
      },
    ],
    [
      "defineConfig of the plugin, which isn't installed here",
      "c.mjs",
      {
        "c.mjs": `import { defineConfig } from "eslint-plugin-domain-isolation";\nexport default defineConfig(${map});`,
      },
    ],
    [
      "satisfies, with types that are installed nowhere",
      "c.mts",
      {
        "c.mts": `import type { MapSource } from "check-domain-isolation";\nexport default ${map} satisfies MapSource;`,
      },
    ],
    [
      "enums, other files and undefined, as TypeScript allows",
      "c.ts",
      {
        "c.ts": `import { users } from "./users.js"; enum Level { Off = "off" }
          export default { domains: { users }, ignore: undefined, rules: { "*": Level.Off } };`,
        "users.ts": 'export const users = { files: ["src/users/**"], mayUse: undefined };',
      },
    ],
    ["CommonJS", "c.js", { "c.js": `module.exports = ${map};` }],
    ["a name with Chinese characters", "配置.ts", { "配置.ts": `export default ${map};` }],
  ];

  it.each(cases)("%s", (_, name, files) => {
    const config = loadConfig(join(temporaryFolder(files), name), rules);
    expect(config.source.domains).toEqual({ users: { files: ["src/users/**"] } });
    expect(config.map.owner("src/users/a.ts")?.domain).toBe("users");
  });
});

describe("what can't be loaded is told in one sentence with its place", () => {
  const cases: readonly (readonly [string, string, Files])[] = [
    ["c.ts:1:1 the configuration can't be read, because the file doesn't exist", "c.ts", {}],
    ["c.ts:1:1 the configuration can't be read, because it is a folder", "c.ts", { "c.ts/x": "" }],
    [
      "c.json:1:1 the configuration isn't UTF-8; save it in that encoding",
      "c.json",
      { "c.json": new Uint8Array([0xff, 0xfe, 0x7b, 0x00]) },
    ],
    [
      "c.yaml:1:1 a configuration ends in .ts, .mts, .js, .mjs, .json; rename it or write it as one of these",
      "c.yaml",
      { "c.yaml": "domains:" },
    ],
    ["c.json:1:1 the JSON is malformed: a value is expected here", "c.json", { "c.json": "" }],
    [
      "c.json:2:3 the JSON is malformed: a comma is expected before this",
      "c.json",
      { "c.json": '{ "domains": {}\n  "shared": {} }' },
    ],
    ["c.json:1:1 the configuration must be an object, but is a list", "c.json", { "c.json": "[]" }],
    [
      "c.json:1:1 the configuration must be an object with `domains`, but is 3",
      "c.json",
      { "c.json": "3" },
    ],
    [
      "c.json:1:14 `domains` is empty, so there is nothing to keep apart; name a domain",
      "c.json",
      { "c.json": '{ "domains": {} }' },
    ],
    [
      "c.ts:2:11 the configuration can't be parsed: Unexpected token",
      "c.ts",
      { "c.ts": "\nconst a = ;" },
    ],
    [
      "c.ts:1:1 nothing is exported by default; write `export default defineConfig({ … })`",
      "c.ts",
      { "c.ts": `export const config = ${map};` },
    ],
    [
      "c.ts:1:1 nothing is exported by default; write `export default defineConfig({ … })`",
      "c.ts",
      { "c.ts": "" },
    ],
    [
      "c.ts:1:16 the default export is a function; export the map itself, because nobody calls it",
      "c.ts",
      { "c.ts": `export default () => (${map});` },
    ],
    [
      "c.ts:2:16 the default export is a promise; export the map itself, because ESLint can't wait for it",
      "c.ts",
      { "c.ts": `\nexport default Promise.resolve(${map});` },
    ],
    [
      "c.ts:2:1 the configuration uses `await` outside of a function, which ESLint can't wait for; write the map without it",
      "c.ts",
      { "c.ts": `const map = ${map};\nexport default await map;` },
    ],
    [
      "c.ts:3:3 the configuration can't be loaded: no such team",
      "c.ts",
      {
        "c.ts":
          "interface A { b: 1 }\nfunction fail(): never {\n  throw new Error('no such team');\n}\nexport default fail();",
      },
    ],
    [
      "teams/pool.ts:2:1 the configuration can't be loaded: no such team",
      "c.ts",
      {
        "c.ts": 'import "./teams/pool";\nexport default {};',
        "teams/pool.ts": "export {};\nthrow new TypeError('no such team');",
      },
    ],
    [
      "c.ts:2:1 the configuration can't be loaded: Cannot find module './nowhere.js'",
      "c.ts",
      { "c.ts": '// a comment\nimport x from "./nowhere.js";\nexport default x;' },
    ],
    [
      "c.js:1:1 the configuration can't be loaded: a string",
      "c.js",
      { "c.js": 'throw "a string";' },
    ],
  ];

  it.each(cases)("%s", (expected, name, files) => {
    const folder = temporaryFolder(files);
    expect(failure(folder, name)).toEqual([expected]);
  });
});

it("notices a change of the configuration and of what it imports", () => {
  const folder = temporaryFolder({
    "c.ts": 'import { files } from "./files"; export default { domains: { users: { files } } };',
    "files.ts": 'export const files = ["a/**"];',
  });
  const path = join(folder, "c.ts");
  const first = loadConfig(path, rules);
  writeFileSync(join(folder, "files.ts"), 'export const files = ["b/**"];');
  const second = loadConfig(path, rules);
  expect(first.source.domains.users?.files).toEqual(["a/**"]);
  expect(second.source.domains.users?.files).toEqual(["b/**"]);
  expect(second.dependencies).toEqual([path, join(folder, "files.ts")]);
});

it("names the files to watch when loading fails", () => {
  const folder = temporaryFolder({
    "c.ts":
      'import { files } from "./files"; export default { domains: { users: { fils: files } } };',
    "files.ts": 'export const files = ["a/**"];',
  });
  try {
    loadConfig(join(folder, "c.ts"), rules);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.dependencies).toEqual([join(folder, "c.ts"), join(folder, "files.ts")]);
  }
});

it("loads configurations that import each other in a cycle", () => {
  const folder = temporaryFolder({
    "c.ts": 'import { files } from "./a"; export default { domains: { users: { files } } };',
    "a.ts": 'import "./b"; export const files = ["a/**"];',
    "b.ts": 'import "./a";',
  });
  expect(loadConfig(join(folder, "c.ts"), rules).source.domains.users?.files).toEqual(["a/**"]);
});

it("finds with places what doesn't fit the files", () => {
  const folder = temporaryFolder({
    "c.json": `{ "domains": {
      "users": { "files": ["src/users/**", "src/gone/**"], "symbols": { "src/gone.ts": ["x"] } },
      "pool": { "files": ["src/*/api/**"] } } }`,
  });
  const config = loadConfig(join(folder, "c.json"), rules);
  const found = auditConfig(config, ["src/users/a.ts", "src/pool/api/a.ts"]);
  expect(found.map(({ line, column, message }) => [line, column, message.slice(0, 30)])).toEqual([
    [2, 44, "`src/gone/**` matches no file "],
    [2, 73, "`src/gone.ts` matches no file "],
  ]);
});

it("loads nothing that a configuration in JSON doesn't need", () => {
  const folder = temporaryFolder({ "c.json": '{ "domains": { "users": {} } }' });
  const entry = pathToFileURL(join(import.meta.dirname, "../dist/index.js")).href;
  const script = `
    import { createRequire } from "node:module";
    const { loadConfig } = await import(${JSON.stringify(entry)});
    loadConfig(${JSON.stringify(join(folder, "c.json"))}, {});
    const { cache } = createRequire(import.meta.url);
    console.log(Object.keys(cache).filter((id) => /jiti|oxc-parser/u.test(id)).length);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect(output.trim()).toBe("0");
});

function failure(folder: string, name: string): readonly string[] {
  try {
    loadConfig(join(folder, name), rules);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(
      ({ file, line, column, message }) =>
        `${relative(folder, file)}:${String(line)}:${String(column)} ${message}`,
    );
  }
  return [];
}
