import {
  compareSpecificity,
  compileMap,
  ownershipClaims,
  type MapSource,
} from "@domain-isolation/model";
import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { claimedPaths } from "../src/export/claimed-paths.js";
import { globText } from "../src/export/glob-text.js";
import { ownedExpression } from "../src/export/path-expression.js";

const names = ["src", "pool", "users", "index.ts", "(admin)", "[id]", "a$1.ts", "a+b!.ts"];
const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });
const file = path.map((each) => each.join("/"));
const part = fc.constantFrom(...names, "**", "*", "?*.ts", "{pool,users}", "pool*", "*.ts");
const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((each) => each.join("/"));
const patterns = fc.array(pattern, { maxLength: 3 });

const source: fc.Arbitrary<MapSource> = fc
  .record({ users: patterns, pool: patterns, entry: patterns, folder: pattern, shared: patterns })
  .map(({ users, pool, entry, folder, shared }) => ({
    domains: {
      users: { files: users, migrations: [{ path: folder }] },
      pool: { files: pool, public: entry },
    },
    shared: { files: shared },
  }));

describe("what is exported of the patterns of any map", () => {
  it("gives each file to its owner as regular expressions", () => {
    fc.assert(
      fc.property(source, file, (map, name) => {
        fc.pre(!isTied(map, name));
        const paths = claimedPaths(map);
        const owners = paths
          .filter((each) => new RegExp(ownedExpression(each, paths), "u").test(name))
          .map(({ domain }) => domain);
        expect([...new Set(owners)]).toEqual(ownersOf(map, name));
      }),
      { numRuns: 300 },
    );
  });

  it("gives each file to its owner as globs, of which the first decides", () => {
    fc.assert(
      fc.property(source, file, (map, name) => {
        fc.pre(!isTied(map, name));
        const first = claimedPaths(map).find(({ segments }) =>
          picomatch.isMatch(name, globText(segments)),
        );
        expect(first ? [first.domain] : []).toEqual(ownersOf(map, name));
      }),
      { numRuns: 300 },
    );
  });
});

function ownersOf(map: MapSource, name: string): readonly (string | null)[] {
  const owner = compileMap(map).owner(name);
  return owner ? [owner.domain] : [];
}

/** Whether two claim it with equal right, which no map may have. */
function isTied(map: MapSource, name: string): boolean {
  const claims = ownershipClaims(map).flatMap(({ domain, compiled }) => {
    const specificity = compiled.specificityFor(name);
    return specificity ? [{ domain, specificity }] : [];
  });
  const [best] = claims.toSorted((a, b) => compareSpecificity(b.specificity, a.specificity));
  return claims.some(
    ({ domain, specificity }) =>
      best !== undefined &&
      domain !== best.domain &&
      compareSpecificity(specificity, best.specificity) === 0,
  );
}
