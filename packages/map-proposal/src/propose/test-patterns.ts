/** How tests are usually found, each with what it means. */
const conventions: readonly (readonly [pattern: string, matches: RegExp])[] = [
  ["**/*.test.ts", /\.test\.ts$/u],
  ["**/*.test.tsx", /\.test\.tsx$/u],
  ["**/*.test.js", /\.test\.js$/u],
  ["**/*.spec.ts", /\.spec\.ts$/u],
  ["**/*.spec.tsx", /\.spec\.tsx$/u],
  ["**/*.spec.js", /\.spec\.js$/u],
  ["**/*.e2e-spec.ts", /\.e2e-spec\.ts$/u],
  ["**/__tests__/**", /(?:^|\/)__tests__\//u],
  ["**/__mocks__/**", /(?:^|\/)__mocks__\//u],
  ["**/test/**", /(?:^|\/)test\//u],
  ["**/tests/**", /(?:^|\/)tests\//u],
  ["**/e2e/**", /(?:^|\/)e2e\//u],
  ["cypress/**", /^cypress\//u],
  ["**/playwright/**", /(?:^|\/)playwright\//u],
];

/** The conventions that these files follow. */
export function testPatterns(files: readonly string[]): readonly string[] {
  return conventions
    .filter(([, matches]) => files.some((file) => matches.test(file)))
    .map(([pattern]) => pattern);
}
