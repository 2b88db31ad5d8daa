import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePattern, type Segment } from "../src/domain-map/pattern-syntax.js";
import { compilePattern } from "../src/domain-map/pattern.js";
import { compareSpecificity } from "../src/domain-map/specificity.js";

it.each([
  // the more specific one, the other, a file that both match
  ["src/a.ts", "src/*.ts", "src/a.ts"],
  ["a/b.ts", "a/**/b.ts", "a/b.ts"],
  ["src/domains/users/**", "src/**/*.repository.ts", "src/domains/users/a.repository.ts"],
  ["src/**/*.repository.ts", "src/**/*.ts", "src/a.repository.ts"],
  ["src/*", "src/**", "src/a.ts"],
  ["src/*/**", "src/**", "src/a/b.ts"],
  ["src/?.ts", "src/*.ts", "src/a.ts"],
  ["src/a*b", "src/a*b*", "src/ab"],
  ["src/**/pool/**", "src/**", "src/x/pool/a.ts"],
  ["src/users/*", "**/users/*", "src/users/a.ts"],
  ["{src/users/**,lib/**}", "src/**", "src/users/a.ts"],
  ["a/b/**", "{a/**,a/b/c/d.ts}", "a/b/x.ts"],
  ["{a/**,a/b/c/d.ts}", "a/b/**", "a/b/c/d.ts"],
])("%s is more specific than %s for %s", (stronger, weaker, file) => {
  expect(compare(stronger, weaker, file)).toBeGreaterThan(0);
  expect(compare(weaker, stronger, file)).toBeLessThan(0);
});

it.each([
  ["src/**", "./src/", "src/a.ts"],
  ["src/**", "src/**/*", "src/a.ts"],
  ["src/*/**", "src/**/*/*", "src/a/b.ts"],
  ["src/{a,b}.ts", "src/{b,a}.ts", "src/a.ts"],
  ["app/\\(ee\\)/**", "app/(ee)/**", "app/(ee)/a.ts"],
  ["src/*?.ts", "src/?*.ts", "src/a.ts"],
])("%s and %s are the same in other words", (a, b, file) => {
  expect(compilePattern(a).identity).toBe(compilePattern(b).identity);
  expect(compare(a, b, file)).toBe(0);
});

it("a pattern that matches only a part of what another matches wins", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 3 });
  const pattern = fc
    .array(fc.oneof(name, fc.constant("**"), fc.constant("*")), { minLength: 1, maxLength: 4 })
    .map((names) => names.join("/"));
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      const isPart = examples(a).every(compilePattern(b).matches);
      const isWhole = examples(b).every(compilePattern(a).matches);
      fc.pre(isPart);
      const order = compare(a, b, examples(a)[0] ?? "");
      if (isWhole) expect(order).toBe(0);
      else expect(order).toBeGreaterThan(0);
    }),
    { numRuns: 3000, seed: 1 },
  );
});

function compare(a: string, b: string, file: string): number {
  const first = compilePattern(a).specificityFor(file);
  const second = compilePattern(b).specificityFor(file);
  if (!first || !second) throw new Error(`${a} and ${b} should both match ${file}`);
  return compareSpecificity(first, second);
}

/** Paths that a pattern without braces matches, made of it with a letter that no pattern has. */
function examples(pattern: string): readonly string[] {
  const [segments = []] = parsePattern(pattern);
  const paths = segments.reduce<readonly (readonly string[])[]>(
    (before, segment) =>
      before.flatMap((start) => choices(segment).map((end) => [...start, ...end])),
    [[]],
  );
  return paths.map((names) => names.join("/"));
}

function choices(segment: Segment): readonly (readonly string[])[] {
  if (segment === "folders") return [[], ["zzz"], ["zzz", "zzz"]];
  const names = segment.reduce<readonly string[]>(
    (before, token) => {
      const options = token === "any" ? ["", "zz"] : [token === "one" ? "z" : token.literal];
      return before.flatMap((start) => options.map((end) => start + end));
    },
    [""],
  );
  return names.map((name) => [name]);
}
