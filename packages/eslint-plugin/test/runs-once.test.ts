import { expect, it } from "vitest";
import { runsOnce } from "../src/runs-once.js";

it.each([
  ["eslint on the command line", ["node_modules/.bin/eslint", "src"], true],
  ["its script by name", ["node_modules/eslint/bin/eslint.js", "src"], true],
  ["the same on Windows", ["C:\\app\\node_modules\\eslint\\bin\\eslint.js"], true],
  ["a worker of eslint --concurrency", ["node_modules/eslint/lib/eslint/worker.js"], true],
  ["oxlint on the command line", ["node_modules/.bin/oxlint"], true],
  ["oxlint as the server of an editor", ["node_modules/.bin/oxlint", "--lsp"], false],
  ["the server of an editor's extension", ["server/out/eslintServer.js", "--stdio"], false],
  ["a bundler's worker that watches", ["node_modules/vite-plugin-checker/dist/worker.js"], false],
  ["a daemon", ["node_modules/eslint_d/lib/daemon.js"], false],
  ["a script that calls ESLint itself", ["scripts/lint.js"], false],
  ["a process without a script", [], false],
])("%s", (_, words, once) => {
  expect(runsOnce(["/usr/bin/node", ...words])).toBe(once);
});
