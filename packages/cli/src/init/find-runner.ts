import type { Runner } from "./planned-file.js";

const runners: readonly (readonly [lockfile: RegExp, runner: Runner])[] = [
  [
    /^pnpm-(?:lock|workspace)\.yaml$/u,
    { packageManager: "pnpm", run: "pnpm exec", install: "pnpm install --frozen-lockfile" },
  ],
  [
    /^(?:yarn\.lock|\.yarnrc\.yml)$/u,
    { packageManager: "yarn", run: "yarn", install: "yarn install --frozen-lockfile" },
  ],
  [
    /^bun\.lockb?$/u,
    { packageManager: "bun", run: "bunx", install: "bun install --frozen-lockfile" },
  ],
];

/** Nothing is fetched that the repository doesn't have. */
const npm: Runner = { packageManager: "npm", run: "npx --no-install", install: "npm ci" };

/** The package manager whose files lie at the root; npm, where there are none. */
export function findRunner(files: ReadonlySet<string>): Runner {
  const found = runners.find(([lockfile]) => [...files].some((file) => lockfile.test(file)));
  return found?.[1] ?? npm;
}
