import { describe, expect, it } from "vitest";
import { foldersOf } from "../src/import/folders-of.js";
import { filePatterns, literal, type Claims } from "../src/propose/file-patterns.js";
import { isProductCode } from "../src/propose/is-product-code.js";
import { nameParts } from "../src/propose/name-parts.js";
import { phraseOf, singular } from "../src/propose/phrase-of.js";

describe("what a name is about", () => {
  it.each([
    ["partnerProfiles", "partner-profile"],
    ["partner-profile.service", "partner-profile"],
    ["create_mother_account", "mother-account"],
    ["OrderLine", "order-line"],
    ["document-router", "document"],
    ["HTTPClient", null],
    ["utils", null],
    ["v2", null],
    ["用户", "用户"],
  ])("%s is about %s", (name, phrase) => {
    expect(phraseOf(name)).toBe(phrase);
  });

  it.each([
    ["policies", "policy"],
    ["addresses", "address"],
    ["branches", "branch"],
    ["analytics", "analytics"],
    ["status", "status"],
    ["seats", "seat"],
  ])("%s in the singular is %s", (word, expected) => {
    expect(singular(word)).toBe(expected);
  });

  it.each([
    ["apps/web/lib/api/partners/list-partners.ts", ["partner", "partner"]],
    ["src/domains/users/index.ts", ["user"]],
    ["apps/web/lib/api/domains/verify.ts", ["domain", "verify"]],
    ["app/(admin)/[slug]/seats/page.tsx", ["seat"]],
  ])("%s has the parts %j", (file, phrases) => {
    expect(nameParts(file).map(({ phrase }) => phrase)).toEqual(phrases);
  });

  it.each([
    ["src/users/redeem.ts", true],
    ["src/users/redeem.test.ts", false],
    ["e2e/redeem.ts", false],
    ["scripts/seed.ts", false],
    ["src/latest/contest.ts", true],
  ])("of %s it is said that it is code of the product: %s", (file, expected) => {
    expect(isProductCode(file)).toBe(expected);
  });
});

describe("the patterns of a domain", () => {
  const claim = (domain: string, path: string, isFile: boolean) => ({
    domain,
    part: { phrase: domain, path, isFile },
  });
  const claims: Claims = new Map([
    ["src/seats/a.ts", claim("seat", "src/seats", false)],
    ["src/seats/deep/seats/b.ts", claim("seat", "src/seats", false)],
    ["db/seat-store.ts", claim("seat", "db/seat-store.ts", true)],
    ["db/seat-view.ts", claim("seat", "db/seat-view.ts", true)],
    ["db/seatReads.ts", claim("seat", "db/seatReads.ts", true)],
    ["db/codes.ts", null],
  ]);

  it("are its folders, and beginnings of names that take nobody else along", () => {
    const patterns = filePatterns("seat", claims).map(({ value }) => value);
    expect(patterns).toEqual(["db/seat*", "src/seats/**"]);
  });

  it("are single files where others begin alike", () => {
    const others: Claims = new Map([...claims, ["db/seating.ts", null] as const]);
    const patterns = filePatterns("seat", others).map(({ value }) => value);
    expect(patterns).toContain("db/seat-store.ts");
    expect(patterns).not.toContain("db/seat*");
  });

  it("mean nothing but themselves", () => {
    expect(literal("a/{b}/!c*.ts")).toBe("a/\\{b\\}/\\!c\\*.ts");
  });
});

describe("the folders that an expression means", () => {
  const files = ["src/users/a.ts", "src/pool/b.ts", "src/main.ts", "packages/x/src/c.ts"];
  it.each([
    ["^src/users", ["src/users"]],
    ["^src/users/", ["src/users"]],
    ["^src/users/.+", ["src/users"]],
    ["^src/(users|pool)/", ["src/users", "src/pool"]],
    ["^src/([^/]+)/", ["src/users", "src/pool"]],
    ["^packages/[^/]+/src", ["packages/x/src"]],
    ["users", null],
    ["^src/.*\\.spec\\.ts$", null],
  ])("%s: %j", (pattern, folders) => {
    expect(foldersOf(pattern, files)).toEqual(folders);
  });
});
