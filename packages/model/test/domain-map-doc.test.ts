import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditMap } from "../src/domain-map/audit.js";
import { compileMap } from "../src/domain-map/compile.js";
import { internalTables } from "../src/domain-map/internal-tables.js";
import { compilePattern } from "../src/domain-map/pattern.js";

const page = readFileSync(new URL("../../../docs/domain-map.md", import.meta.url), "utf8");

describe("what the page says of patterns", () => {
  it.each(table("Pattern"))("%s matches %s but not %s", (pattern, matching, other = "") => {
    expect(compilePattern(pattern).matches(matching)).toBe(true);
    expect(compilePattern(pattern).matches(other)).toBe(false);
  });
});

describe("what the page says of the more specific pattern", () => {
  it.each(table("Users"))("%s and %s on %s: %s", (users, pool, file, owner, step = "") => {
    const source = { domains: { users: { files: [users] }, pool: { files: [pool] } } };
    const [first, second] = [users, pool].map((text) => compilePattern(text).specificityFor(file));
    const difference = first?.findIndex((value, index) => value !== second?.[index]) ?? -1;
    expect(difference < 0 ? "" : String(difference + 1)).toBe(step);
    expect(auditMap(source, [file])).toHaveLength(owner === "tie" ? 1 : 0);
    if (owner !== "tie") expect(compileMap(source).owner(file)?.domain).toBe(owner);
  });
});

describe("what the page says of tables", () => {
  it.each(table("tables"))("%s and %s on %s in code of %s: %s", (users, pool, text, of, whose) => {
    const map = compileMap({ domains: { users: { tables: [users] }, pool: { tables: [pool] } } });
    const [name = "", schema = null] = text.split(".").reverse();
    const owner = map.tableOwner({ name, schema, entity: null }, of === "nobody" ? null : of);
    const claims = "claims" in owner ? owner.claims : "claim" in owner ? [owner.claim] : [];
    expect(claims.map(({ domain }) => domain).join(" or ") || "nobody").toBe(whose);
  });

  it("names every table that is nobody's", () => {
    const named = table("Kept by").flatMap(([, names = ""]) => names.split("`, `"));
    expect(new Set(named)).toEqual(new Set(internalTables));
  });
});

describe("what the page says of mayUse", () => {
  it.each(table("mayUse"))("%s with %s: %s", (mayUse, entry, may) => {
    const lists: Readonly<Record<string, readonly string[]>> = { '["users"]': ["users"], "[]": [] };
    for (const hasEntry of entry.includes("or") ? [true, false] : [entry === "given"]) {
      const map = compileMap({
        domains: {
          users: { files: ["users/**"], ...(hasEntry ? { public: ["users/index.ts"] } : {}) },
          pool: { files: ["pool/**"], ...(lists[mayUse] ? { mayUse: lists[mayUse] } : {}) },
        },
      });
      const legal = ["users/index.ts", "users/inner.ts"].filter(
        (file) => map.crossing("pool", "users", file) === "legal",
      );
      expect(legal).toEqual(
        may === "anything"
          ? ["users/index.ts", "users/inner.ts"]
          : may === "nothing"
            ? []
            : ["users/index.ts"],
      );
    }
  });
});

/** The rows of the table whose head begins with this word, their cells without the code marks. */
function table(head: string): string[][] {
  const [, body = ""] = page.split(new RegExp(`^\\| \`?${head}\`?[^\\n]*\\n\\|[-| ]*\\n`, "mu"));
  const rows = (body.split("\n\n")[0] ?? "").split("\n");
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/u, "$1")),
  );
}
