import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "@domain-isolation/config";
import { rules } from "@domain-isolation/rules";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject } from "./temporary-project.js";

const sources = {
  "src/domains/users/index.ts": "",
  "src/domains/users/redeem.ts": "",
  "src/domains/pool/index.ts": "",
  "src/lib/clock.ts": "",
};

const both = ["src/domains/pool/**", "src/domains/users/**"];

describe("import dependency-cruiser", () => {
  const rule = (from: object, to: object) => ({ name: "apart", severity: "error", from, to });

  it("takes the folders between which imports are forbidden for domains", async () => {
    const { map } = await imported("dependency-cruiser", {
      ".dependency-cruiser.cjs": moduleOf({
        forbidden: [
          { name: "no-circular", from: {}, to: { circular: true } },
          rule({ path: "^src/domains/pool" }, { path: "^src/domains/users/" }),
        ],
      }),
    });
    expect(map.source.domains).toMatchObject({
      pool: { files: [both[0]], mayUse: [] },
      users: { files: [both[1]] },
    });
  });

  it("reads the usual rule that keeps the folders of one folder apart but for their entry", async () => {
    const { map, text } = await imported("dependency-cruiser", {
      ".dependency-cruiser.json": JSON.stringify({
        forbidden: [
          rule(
            { path: "^src/domains/([^/]+)/" },
            { path: "^src/domains/", pathNot: "^src/domains/($1/|[^/]+/index\\.ts$)" },
          ),
          { name: "no-circular", from: {}, to: { circular: true } },
        ],
      }),
    });
    expect(text).toContain("the rule no-circular is about circular, and is not translated");
    expect(map.source.domains).toEqual({
      pool: { files: [both[0]], public: ["src/domains/pool/index.ts"] },
      users: { files: [both[1]], public: ["src/domains/users/index.ts"] },
    });
  });
});

describe("import boundaries", () => {
  it("makes domains of the types of elements, and lists of what they may use", async () => {
    const { map, text } = await imported("boundaries", {
      "eslint.config.js": `export default ${JSON.stringify([
        {
          settings: {
            "boundaries/elements": [
              { type: "users", pattern: "domains/users" },
              { type: "pool", pattern: "src/domains/pool" },
              { type: "gone", pattern: "src/gone", capture: ["name"] },
              { type: "shared", pattern: "src/lib" },
            ],
          },
          rules: {
            "boundaries/element-types": [
              2,
              {
                default: "disallow",
                rules: [{ from: "users", allow: ["pool", "shared", ["gone", { name: "a" }]] }],
              },
            ],
          },
        },
      ])};\n`,
    });
    expect(map.source.domains).toMatchObject({
      users: { files: ["**/domains/users/**"], mayUse: ["pool"] },
      pool: { files: ["src/domains/pool/**"], mayUse: [] },
    });
    expect(map.source.shared).toEqual({ files: ["src/lib/**"] });
    expect(text).toContain('["gone",{"name":"a"}] selects by more than its type');
    expect(text).toContain("src/gone/** matches no file, and is left out");
  });
});

describe("import nx", () => {
  it("makes domains of the tags of one kind", async () => {
    const project = (name: string, ...tags: readonly string[]) => ({
      [`libs/${name}/project.json`]: JSON.stringify({ name, sourceRoot: `libs/${name}/src`, tags }),
      [`libs/${name}/src/index.ts`]: "",
    });
    const { map, text } = await imported("nx", {
      ".eslintrc.json": `{ // ours
        "overrides": [{ "rules": { "@nx/enforce-module-boundaries": ["error", { "depConstraints": [
          { "sourceTag": "scope:pool", "onlyDependOnLibsWithTags": ["scope:shared"] },
          { "sourceTag": "type:ui", "onlyDependOnLibsWithTags": ["type:ui"] }
        ] }] } }] }`,
      ...project("codes", "scope:users", "type:data"),
      ...project("seats", "scope:pool", "type:ui"),
      ...project("clock", "scope:shared"),
      ...project("stray"),
    });
    expect(map.source).toMatchObject({
      domains: {
        pool: { files: ["libs/seats/**"], public: ["libs/seats/src/index.ts"], mayUse: [] },
        users: { files: ["libs/codes/**"] },
      },
      shared: { files: ["libs/clock/**"] },
    });
    expect(text).toContain("stray (libs/stray) has no tag scope:…");
    expect(text).toContain("the constraint on type:ui is not about domains");
  });
});

describe("import", () => {
  it.each([
    ["eslint", {}, `import doesn't know "eslint"; it is one of dependency-cruiser, boundaries, nx`],
    ["nx", {}, "no configuration for nx is at the root; name it: import nx FILE"],
    ["boundaries", { "eslint.config.mjs": "export default [];" }, "no `boundaries/elements`"],
    ["boundaries", { "eslint.config.mjs": 'import "gone";' }, "can't be loaded"],
  ])("of %s says what is wrong", async (tool, files, message) => {
    const world = memoryWorld(["import", tool], { cwd: temporaryProject(files) });
    expect(await main(world)).toBe(2);
    expect(world.stderr.text()).toContain(message);
  });
});

function moduleOf(value: object): string {
  return `module.exports = ${JSON.stringify(value)};\n`;
}

/** What was printed, and the map that it is. */
async function imported(tool: string, files: Readonly<Record<string, string>>) {
  const root = temporaryProject({ ...sources, ...files });
  const world = memoryWorld(["import", tool], { cwd: root });
  expect([await main(world), world.stderr.text()]).toEqual([0, ""]);
  const path = join(root, "domain-isolation.config.ts");
  const text = world.stdout.text();
  writeFileSync(path, text);
  return { text: text.replace(/\n *\/\/ {3}/gu, " "), map: loadConfig(path, rules) };
}
