import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Writes files into a folder of their own, which is removed after the test. */
export function temporaryProject(files: Readonly<Record<string, string>>): string {
  const { root, remove } = projectOf(files);
  onTestFinished(remove);
  return root;
}

/** The same for several tests; the last one removes it. */
export function projectOf(files: Readonly<Record<string, string>>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "domain isolation ")));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const remove = () => {
    rmSync(root, { recursive: true, force: true });
  };
  return { root, remove };
}

const map = {
  domains: {
    users: { files: ["src/users/**"], public: ["src/users/index.ts"] },
    pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
  },
  shared: { files: ["src/shared/**"] },
};

/** Users and pool, with one import that crosses, and the map on one line each key. */
export const twoDomains: Readonly<Record<string, string>> = {
  "domain-isolation.config.json": JSON.stringify(map, null, 2),
  "src/users/index.ts": 'export { redeem } from "./redeem.js";\n',
  "src/users/redeem.ts": [
    'import { clock } from "../shared/clock.js";',
    'import { takeSeat } from "../pool/seats.js";',
    'import { Pool } from "../pool/index.js";',
    "export const redeem = () => [clock, takeSeat, Pool];",
    "",
  ].join("\n"),
  "src/pool/index.ts": 'export { takeSeat as seat } from "./seats.js";\nexport class Pool {}\n',
  "src/pool/seats.ts": "export const takeSeat = () => 1;\n",
  "src/shared/clock.ts": "export const clock = () => 0;\n",
  "docs/notes.md": "# notes\n",
};
