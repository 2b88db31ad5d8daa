import { compilePattern } from "@domain-isolation/model";

/** Settings of tools are code of nobody, the map itself among them. */
const conventions = [
  "**/*.config.ts",
  "**/*.config.js",
  "**/*.config.mjs",
  "**/*.config.cjs",
  "**/.*rc.js",
  "**/.*rc.cjs",
  ".dependency-cruiser.*",
];

/** What is ignored: the map and what comes with it, and the conventions that these files follow. */
export function ignorePatterns(files: readonly string[]): readonly string[] {
  const found = conventions.filter((pattern) => {
    const { matches } = compilePattern(pattern);
    return files.some((file) => matches(file));
  });
  return ["domain-isolation.*", ...found];
}
