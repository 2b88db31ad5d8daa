import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../src/domain-map/pattern.js";

const yes = true;
const no = false;

describe("what a pattern matches", () => {
  it.each([
    ["src/a.ts", "src/a.ts", yes],
    ["src/a.ts", "src/a.tsx", no],
    ["src/*", "src/a.ts", yes],
    ["src/*", "src/a/b.ts", no],
    ["src/*", "src", no],
    ["src/*.ts", "src/.ts", yes],
    ["src/?.ts", "src/a.ts", yes],
    ["src/?.ts", "src/ab.ts", no],
    ["src/?.ts", "src/用.ts", yes],
    ["src/?.ts", "src/😀.ts", yes], // one character, though two UTF-16 units
    ["src/?", "src//", no],

    // `**` stands for any number of folders, none included
    ["**", "a.ts", yes],
    ["**", "a/b/c.ts", yes],
    ["src/**", "src/a.ts", yes],
    ["src/**", "src/a/b/c.ts", yes],
    ["src/**", "src", no],
    ["src/**", "srcs/a.ts", no],
    ["src/**/a.ts", "src/a.ts", yes],
    ["src/**/a.ts", "src/x/y/a.ts", yes],
    ["src/**/a.ts", "src/xa.ts", no],
    ["**/users/**", "users/a.ts", yes],
    ["**/users/**", "src/users/a/b.ts", yes],
    ["**/users/**", "src/power-users/a.ts", no],
    // … and within a name it is no more than `*`
    ["src/**.ts", "src/a.ts", yes],
    ["src/**.ts", "src/x/a.ts", no],

    // a folder, and the way it is written
    ["src/", "src/a/b.ts", yes],
    ["src/", "src", no],
    ["src", "src/a.ts", no],
    ["./src/**", "src/a.ts", yes],
    ["././src/a.ts", "src/a.ts", yes],

    // files whose names begin with a dot are files
    ["src/**", "src/.hidden/.env.ts", yes],
    ["**", ".github/workflows/ci.yml", yes],
    ["*", ".env", yes],

    // choices
    ["src/{a,b}.ts", "src/b.ts", yes],
    ["src/{a,b}.ts", "src/c.ts", no],
    ["{apps/web,libs}/**", "apps/web/a.ts", yes],
    ["{apps/web,libs}/**", "apps/api/a.ts", no],
    ["src/x{,.test}.ts", "src/x.ts", yes],
    ["src/x{,.test}.ts", "src/x.test.ts", yes],
    ["src/{a,b{c,d}}.ts", "src/bd.ts", yes],
    ["src/{a,b{c,d}}.ts", "src/b.ts", no],
    ["src/{*.ts,x/**}", "src/x/y/z.js", yes],
    // … which are none when there is nothing to choose
    ["src/{a}.ts", "src/{a}.ts", yes],
    ["src/{1..3}.ts", "src/2.ts", no],
    ["src/{1..3}.ts", "src/{1..3}.ts", yes],
    ["src/{a.ts", "src/{a.ts", yes],
    ["src/a,b.ts", "src/a,b.ts", yes],

    // all else is literal: Next.js, SvelteKit, Nuxt, and people, name folders so
    ["app/(admin)/**", "app/(admin)/page.tsx", yes],
    ["app/(admin)/**", "app/admin/page.tsx", no],
    ["app/[id]/**", "app/[id]/page.tsx", yes],
    ["app/[id]/**", "app/i/page.tsx", no],
    ["app/[...slug]/*", "app/[...slug]/page.tsx", yes],
    ["app/@slot/*", "app/@slot/page.tsx", yes],
    ["app/(.)photo/**", "app/(.)photo/page.tsx", yes],
    ["routes/+page*", "routes/+page.server.ts", yes],
    ["routes/+page*", "routes/page.server.ts", no],
    ["src/用户/**", "src/用户/索引.ts", yes],
    ["my files/**", "my files/a b.ts", yes],
    ["!src/**", "!src/a.ts", yes],
    ["!src/**", "lib/a.ts", no],
    ["src/a|b.ts", "src/a", no],
    ["src/$a^.ts", "src/$a^.ts", yes],
    ['src/"a"*', 'src/"a".ts', yes],
    ["src/a.b*", "src/axb.ts", no],
    ["src/a+(b)*", "src/ab.ts", no],

    // a backslash makes the next character literal, whether it needs it or not
    ["app/\\(ee\\)/**", "app/(ee)/page.tsx", yes],
    ["app/\\[id\\]/**", "app/[id]/page.tsx", yes],
    ["src/\\*.ts", "src/*.ts", yes],
    ["src/\\*.ts", "src/a.ts", no],
    ["src/\\{a,b\\}.ts", "src/{a,b}.ts", yes],
    ["src/{a\\,b,c}.ts", "src/a,b.ts", yes],
    ["src/a\\\\b.ts", "src/a\\b.ts", yes],
    ["src/a\\", "src/a\\", yes],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(compilePattern(pattern).matches(path)).toBe(expected);
  });
});

const path = fc
  .array(
    fc
      .string({ unit: "binary", minLength: 1, maxLength: 8 })
      .filter((name) => !name.includes("/") && name !== "."),
    { minLength: 1, maxLength: 5 },
  )
  .map((names) => names.join("/"));

describe("every path", () => {
  const escape = (text: string) => text.replaceAll(/[*?{}\\]/gu, "\\$&");

  it("is matched by itself, whatever characters it has, and by nothing else so well", () => {
    fc.assert(
      fc.property(path, path, (file, other) => {
        const pattern = compilePattern(escape(file));
        expect(pattern.matches(file)).toBe(true);
        expect(pattern.path).toBe(file);
        expect(pattern.matches(other)).toBe(file === other);
      }),
      { seed: 1 },
    );
  });

  it("is in the folders above it", () => {
    fc.assert(
      fc.property(path, path, (folder, below) => {
        const file = `${folder}/${below}`;
        for (const pattern of [`${escape(folder)}/**`, `${escape(folder)}/`, "**", "**/*"]) {
          expect(compilePattern(pattern).matches(file)).toBe(true);
        }
        expect(compilePattern(`${escape(folder)}/**`).matches(folder)).toBe(false);
      }),
      { seed: 1 },
    );
  });
});

describe("compared with picomatch, on the patterns that both read alike", () => {
  const name = fc
    .string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 4 })
    .filter((text) => !text.includes("**"));
  const pattern = fc
    .array(fc.oneof(name, fc.constant("**"), fc.constant("{a,b}")), { minLength: 1, maxLength: 4 })
    .map((names) => names.join("/"));
  const file = fc
    .array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((names) => names.join("/"));

  it("matches the same, but for the folder itself, which picomatch takes for a part of a/**", () => {
    fc.assert(
      fc.property(pattern, file, (text, candidate) => {
        const oracle = picomatch(text.replace(/\/\*\*$/u, "/**/*"), { dot: true });
        expect(compilePattern(text).matches(candidate)).toBe(oracle(candidate));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it("is never passed over in a folder where it matches", () => {
    fc.assert(
      fc.property(pattern, file, (text, candidate) => {
        const { matches, mayMatchIn } = compilePattern(text);
        const folder = candidate.slice(0, candidate.lastIndexOf("/") + 1);
        expect(mayMatchIn(folder) || !matches(candidate)).toBe(true);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});
