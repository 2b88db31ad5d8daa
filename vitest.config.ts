import { defineConfig } from "vitest/config";

const results = process.env.VITEST_RESULTS;

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "rules/test/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/fixtures/**"],
    // Loading the packages anew for every file costs as much as the tests themselves.
    isolate: false,
    // Many tests wait for processes of their own.
    maxWorkers: 2,
    // What is built is loaded as Node loads it, not built once more.
    server: { deps: { external: [/\/(?:packages\/[^/]+|rules)\/dist\//u] } },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
  },
});
