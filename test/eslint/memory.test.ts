import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Linter, Rule } from "eslint";
import { afterAll, expect, it } from "vitest";
import { openEslint } from "./lint.js";
import { createProject, usersAndPool } from "./project.js";

const names = Array.from({ length: 20 }, (_, index) => `src/users/${String(index)}.ts`);
const text = 'import * as pool from "../pool/index.js";\nexport const seat = pool.assignSeat();\n';
const project = createProject({
  ...usersAndPool,
  ...Object.fromEntries(names.map((name) => [name, text])),
});
afterAll(() => {
  project.dispose();
});

it("keeps no syntax tree of a file that has been linted", async () => {
  const trees: WeakRef<object>[] = [];
  const witness: Rule.RuleModule = {
    create: ({ sourceCode }) => {
      trees.push(new WeakRef(sourceCode.ast));
      return {};
    },
  };
  const plugins = { witness: { rules: { trees: witness } } };
  const config: Linter.Config = { plugins, rules: { "witness/trees": "error" } };
  await openEslint(project.root, config).lintFiles(names);
  // What a WeakRef was made for lives at least until the event loop turns.
  await setImmediate();
  collectGarbage();
  expect(trees).toHaveLength(names.length);
  expect(trees.filter((tree) => tree.deref()).length).toBeLessThan(3);
});

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("there is no garbage collector to call");
  Reflect.apply(collect, undefined, []);
}
