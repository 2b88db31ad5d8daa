import fc from "fast-check";
import { compileMap } from "@domain-isolation/model";
import { expect, it } from "vitest";
import { createImportGraph } from "../no-cross-domain-reach/import-graph.js";
import { distancesTo, shortestChain } from "../no-cross-domain-reach/shortest-chain.js";
import { projectOf, type Code } from "./code.js";
import { usersAndPool } from "./judged.js";

const files = ["app", "a", "b"].map((name) => `src/users/${name}.ts`);
const others = ["src/lib/c.ts", "src/lib/d.ts", "src/e.ts", "src/pool/index.ts", "src/pool/f.ts"];
const all = [...files, ...others];
const edges = fc.array(fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)), {
  maxLength: 24,
});

/** Every way without a loop, tried out: slow, and too simple to be wrong. */
function shortestByTrying(file: string, code: Code, passed: readonly string[] = []): number {
  if (file === "src/pool/f.ts") return passed.length;
  if (file === "src/pool/index.ts" || passed.includes(file)) return Infinity;
  const targets = (code[file] ?? []).map((line) => line.replace("side-effect @/", "src/"));
  return Math.min(
    Infinity,
    ...targets.map((target) => shortestByTrying(target, code, [...passed, file])),
  );
}

it("finds a chain exactly where there is one, and none is shorter", () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const lines = (file: string) =>
        pairs
          .filter(([from]) => from === file)
          .map(([, to]) => `side-effect ${to.replace("src/", "@/")}`);
      const code = Object.fromEntries(all.map((file) => [file, lines(file)]));
      const graph = createImportGraph(projectOf(code));
      const distances = distancesTo("users", "pool", graph, compileMap(usersAndPool));
      const chain = shortestChain("src/users/app.ts", graph, distances);
      const steps = ["src/users/app.ts", ...chain.map(({ target }) => target)];
      const shortest = shortestByTrying("src/users/app.ts", code);
      expect(chain.length).toBe(shortest === Infinity ? 0 : shortest);
      expect(chain.map(({ file }) => file)).toEqual(steps.slice(0, -1));
      if (chain.length > 0) expect(steps.at(-1)).toBe("src/pool/f.ts");
    }),
    { seed: 1, numRuns: 300 },
  );
});
