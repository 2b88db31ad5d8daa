import type { MapSource } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import rule from "../no-domain-cycle/rule.js";
import type { Code } from "./code.js";
import { judge } from "./judged.js";

const open = (domain: string) => ({ files: [`src/${domain}/**`], public: [`src/${domain}/**`] });
const map: MapSource = {
  domains: Object.fromEntries(
    ["mail", "billing", "pool", "users"].map((name) => [name, open(name)]),
  ),
  shared: { files: ["src/lib/**"] },
  tests: ["**/*.test.ts"],
};

/** `users>pool pool>users`: a file of users imports one of pool, and one of pool one of users. */
function codeOf(uses: string, line = (to: string) => `import x from ../${to}/z`): Code {
  const ends = ["mail", "billing", "pool", "users"].map((name) => [`src/${name}/z.ts`, []]);
  const edges = uses.split(" ").map((use) => use.split(">"));
  const files = edges.map(([from = "", to = ""]) => [`src/${from}/${to}.ts`, [line(to)]]);
  return Object.fromEntries([...ends, ...files]) as Code;
}

function cycles(code: Code, source = map): readonly string[] {
  return judge(rule, source, code).map(({ data }) => [data.cycle].flat().join(" "));
}

describe("domains in a circle", () => {
  it.each<[uses: string, ...cycles: string[]]>([
    ["users>pool"],
    ["users>pool pool>billing users>billing"],
    ["users>pool pool>users", "pool users pool"],
    ["users>pool pool>mail mail>users", "mail users pool mail"],
    // The shortest cycle of each use: the long way around is not told beside the short ones.
    ["users>pool pool>users pool>mail mail>users", "mail users pool mail", "pool users pool"],
    ["mail>billing billing>mail pool>users users>pool", "billing mail billing", "pool users pool"],
    // Both ways around are equally short for mail>billing: the first by name is told.
    [
      "mail>billing billing>pool billing>users pool>mail users>mail",
      "billing pool mail billing",
      "billing users mail billing",
    ],
  ])("%s", (uses, ...expected) => {
    expect(cycles(codeOf(uses)).toSorted()).toEqual(expected);
  });

  it("has an import of each domain, the first at its place", () => {
    const code = {
      ...codeOf("users>pool"),
      "src/lib/all.ts": ["export x from ../users/z"],
      "src/pool/b.ts": ["import x from ../lib/all"],
      "src/pool/a.ts": ["import x from ../pool/z", "import x from ../users/z"],
    };
    const [finding] = judge(rule, map, code);
    expect(finding).toMatchObject({
      file: "src/pool/a.ts",
      from: "pool",
      to: "users",
      data: { edges: ["src/pool/a.ts → src/users/z.ts", "src/users/pool.ts → src/pool/z.ts"] },
    });
  });

  it("is closed by a shared file that passes a domain on", () => {
    const code = {
      ...codeOf("users>pool"),
      "src/lib/all.ts": ["export x from ../users/z"],
      "src/pool/b.ts": ["import x from ../lib/all"],
    };
    expect(cycles(code)).toEqual(["pool users pool"]);
  });

  it("is not closed by types, unless the map says so, nor by mocks and tests", () => {
    const types = codeOf("users>pool pool>users", (to) => `import type x from ../${to}/z`);
    const check: MapSource = { ...map, rules: { rule: ["error", { typeOnly: "check" }] } };
    expect(cycles(types)).toEqual([]);
    expect(cycles(types, check)).toEqual(["pool users pool"]);
    const oneWay = codeOf("users>pool");
    expect(cycles({ ...oneWay, "src/pool/a.ts": ["mock ../users/z"] }, check)).toEqual([]);
    expect(cycles({ ...oneWay, "src/pool/a.test.ts": ["import x from ../users/z"] })).toEqual([]);
  });

  it("is the same in whatever order the map names its domains", () => {
    const reversed = Object.fromEntries(Object.entries(map.domains).reverse());
    const code = codeOf("mail>billing billing>pool billing>users pool>mail users>mail users>pool");
    expect(judge(rule, { ...map, domains: reversed }, code)).toEqual(judge(rule, map, code));
  });
});
