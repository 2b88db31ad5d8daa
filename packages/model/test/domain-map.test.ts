import { describe, expect, it } from "vitest";
import { auditMap, compileMap, defineFileRule, type MapSource } from "../src/index.js";

const source: MapSource = {
  domains: {
    users: {
      files: ["src/users/**"],
      public: ["src/users/index.ts", "src/**/api.ts"],
      repositories: ["src/users/db/**"],
      entrypoints: ["src/users-app.ts"],
      migrations: [{ path: "db/users" }, { path: "src/pool/migrations/*.ts" }],
      symbols: { "./src/lib/client.ts": ["usersRequest"], "app/\\(admin\\)/a.ts": ["page"] },
    },
    pool: { files: ["src/pool/**"] },
    billing: { files: ["src/billing/**"], public: ["src/billing/index.ts"], mayUse: ["pool"] },
  },
  shared: { files: ["src/lib/**"] },
  ignore: ["**/generated/**"],
  tests: ["**/*.test.ts"],
};
const map = compileMap(source);

describe("who owns a file", () => {
  it.each([
    ["src/users/a.ts", "users", "src/users/**"],
    ["src/users-app.ts", "users", "src/users-app.ts"], // entrypoints belong to it, named in `files` or not
    ["src/users/index.ts", "users", "src/users/index.ts"],
    ["src/pool/api.ts", "pool", "src/pool/**"], // as many names, and deeper
    ["src/lib/a.ts", null, "src/lib/**"],
  ])("%s: %s, by %s", (file, domain, pattern) => {
    expect(map.owner(file)).toMatchObject({ domain, pattern });
  });

  it.each(["README.md", "src/users/generated/a.ts"])("%s: nobody", (file) => {
    expect(map.owner(file)).toBeNull();
  });

  it("is told with the place in the map", () => {
    expect(map.owner("src/users/db/a.ts")?.path).toEqual(["domains", "users", "repositories", 0]);
  });
});

describe("the role of a file", () => {
  it.each([
    ["src/users/index.ts", "public", true],
    ["src/users/a.ts", "public", false],
    ["src/jobs/api.ts", "public", true], // `public` makes it the domain's, named in `files` or not
    ["src/pool/api.ts", "public", false],
    ["src/users/db/a.ts", "repository", true],
    ["src/users-app.ts", "entrypoint", true],
    ["db/users/1/codes.ts", "migration", true], // the name of a folder stands for all in it
    ["src/pool/migrations/1.ts", "migration", true], // more specific than `src/pool/**`
    ["src/users/db/a.ts", "migration", false],
    ["src/pool/a.test.ts", "test", true],
  ] as const)("%s is %s: %s", (file, role, expected) => {
    expect(map.hasRole(file, role)).toBe(expected);
  });

  it("holds in its own domain only", () => {
    const wide = compileMap({
      domains: {
        users: { files: ["src/users/**"], public: ["**"] },
        pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
      },
    });
    expect(wide.hasRole("src/users/a.ts", "public")).toBe(true);
    expect(wide.hasRole("src/pool/a.ts", "public")).toBe(false);
  });
});

it("knows who owns a single export, however the file's path is written", () => {
  expect(map.symbolOwner("src/lib/client.ts", "usersRequest")?.domain).toBe("users");
  expect(map.symbolOwner("src/lib/client.ts", "other")).toBeNull();
  expect(map.ownedSymbols("app/(admin)/a.ts")).toEqual(["page"]);
  expect(map.ownedSymbols("src/lib/other.ts")).toEqual([]);
});

describe("the level of a rule", () => {
  const rule = defineFileRule({
    description: "",
    level: "warn",
    recommended: true,
    options: { typeOnly: { values: ["check", "allow"], description: "" } },
    messages: {},
    judge: () => [],
  });

  it.each([
    ["its own, if the map says nothing", undefined, "warn", "check"],
    ["that of `*`", { "*": "error" }, "error", "check"],
    ["that of its name, before `*`", { "*": "error", r: "off" }, "off", "check"],
    ["with options", { "*": "off", r: ["error", { typeOnly: "allow" }] }, "error", "allow"],
  ] as const)("%s", (_, rules, level, typeOnly) => {
    const setting = compileMap({ ...source, ...(rules ? { rules } : {}) }).ruleSetting("r", rule);
    expect(setting).toEqual({ level, options: { typeOnly } });
  });
});

describe("what doesn't fit the files", () => {
  const files = ["src/users/a.ts", "src/pool/a.ts", "src/gen/a.ts", "migrations/users/1.sql"];
  const audit = (users: MapSource["domains"][string], rest: Partial<MapSource> = {}) =>
    auditMap({ domains: { users, pool: {} }, ...rest }, files).map(({ path }) => path.join("."));

  it.each([
    ["a pattern that matches nothing", { files: ["src/*/a.ts", "src/b/**"] }, ["files.1"]],
    [
      "in any list",
      { public: ["x"], repositories: ["y"], entrypoints: ["z"] },
      ["repositories.0", "entrypoints.0", "public.0"],
    ],
    [
      "the file of a symbol",
      { symbols: { "src/users/a.ts": ["a"], "src/b.ts": ["b"] } },
      ["symbols.src/b.ts"],
    ],
    [
      "a folder of migrations",
      {
        migrations: [
          { path: "migrations/users" },
          { path: "migrations/" },
          { path: "migrations/*/1.sql" },
          { path: "migrations/pool" },
        ],
      },
      ["migrations.3.path"],
    ],
  ])("%s", (_, users, expected) => {
    expect(audit(users)).toEqual(expected.map((path) => `domains.users.${path}`));
  });

  it("the file of an exemption, but not what `ignore` and `tests` are prepared for", () => {
    const exemption = { rule: "r", reason: "…" };
    expect(
      audit(
        {},
        {
          exemptions: [
            { ...exemption, file: "src/users/**" },
            { ...exemption, file: "src/gone.ts" },
          ],
          ignore: ["**/dist/**"],
          tests: ["**/*.test.ts"],
        },
      ),
    ).toEqual(["exemptions.1.file"]);
  });

  it("what is ignored is nobody's, so it counts neither as a match nor as a tie", () => {
    const claim = { files: ["src/gen/**"] };
    const found = auditMap({ domains: { users: claim, pool: claim }, ignore: ["src/gen/"] }, files);
    expect(found.map(({ message }) => message.includes("matches no file"))).toEqual([true, true]);
  });

  it("a tie is told once, with one file that shows it", () => {
    const ties = auditMap(
      { domains: { users: { files: ["src/a*"] }, pool: { files: ["src/*b"] } } },
      ["src/ab", "src/aab"],
    );
    expect(ties).toEqual([
      {
        path: ["domains", "pool", "files", 0],
        message:
          "`src/*b` (pool) and `src/a*` (users) claim src/ab and neither is more specific; make one of them more specific",
      },
    ]);
  });
});
