import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");

/** The application of the pages: users and pool, an import and a query that cross. No map. */
export const exampleFiles: Readonly<Record<string, string>> = {
  "src/lib/clock.ts": "export const now = () => new Date();\n",
  "src/lib/index.ts": `export { SeatRepository } from "../domains/pool/seat-repository.js";\n`,
  "src/domains/pool/index.ts": "export interface Seat {\n  id: string;\n}\n",
  "src/domains/pool/seat-repository.ts": "export class SeatRepository {}\n",
  "src/domains/users/index.ts": "export const domain = 'users';\n",
  "src/domains/users/redeem.ts": [
    `import { now } from "../../lib/clock.js";`,
    `import { SeatRepository } from "../../lib/index.js";`,
    `export const redeem = () => [now(), new SeatRepository()];\n`,
  ].join("\n"),
  "src/domains/users/free-seats.ts": [
    `import { Pool } from "pg";`,
    "",
    "const pool = new Pool();",
    "",
    "export async function freeSeats(code: string) {",
    "  return await pool.query(",
    "    `SELECT s.id FROM seats s JOIN redeem_codes c ON c.team_id = s.team_id",
    "     WHERE c.code = $1 AND s.child_account_id IS NULL`,",
    "    [code],",
    "  );",
    "}\n",
  ].join("\n"),
};

const installed = [
  "check-domain-isolation",
  "eslint-plugin-domain-isolation",
  "typescript-eslint",
  "pg",
];

/** The application in a folder of its own, with the tool installed. */
export function createExample(more: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "pages-")));
  const bin = join(root, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  for (const name of installed) {
    symlinkSync(join(repository, "node_modules", name), join(root, "node_modules", name));
  }
  const program = join(repository, "packages/cli/bin/check-domain-isolation.js");
  symlinkSync(program, join(bin, "check-domain-isolation"));
  for (const [file, text] of Object.entries({ ...exampleFiles, ...more })) {
    writeInto(root, file, text);
  }
  return root;
}

export function writeInto(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
