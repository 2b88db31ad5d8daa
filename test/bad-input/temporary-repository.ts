import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** What stands at a path: a text, bytes, or a symbolic link to somewhere. */
export type Entry = string | Uint8Array | { readonly link: string };

export type Entries = Readonly<Record<string, Entry>>;

/** Users and pool, with one import that crosses: whatever else is broken, it must be found. */
export const usersAndPool: Entries = {
  "domain-isolation.config.json": JSON.stringify({
    domains: {
      users: { files: ["src/users/**"], public: ["src/users/index.ts"] },
      pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
    },
    shared: { files: ["src/shared/**"] },
  }),
  "src/users/index.ts": 'export { redeem } from "./redeem.js";\n',
  "src/users/redeem.ts":
    'import { takeSeat } from "../pool/seats.js";\nexport const redeem = takeSeat;\n',
  "src/pool/index.ts": 'export { takeSeat } from "./seats.js";\n',
  "src/pool/seats.ts": "export const takeSeat = () => 1;\n",
  "src/shared/clock.ts": "export const clock = () => 0;\n",
};

/** The crossing of `usersAndPool`. */
export const crossing = "src/users/redeem.ts:1:26 no-cross-domain-import";

/** Writes entries into a folder of their own, which is removed after the test. */
export function temporaryRepository(entries: Entries): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bad-input-")));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  writeEntries(root, entries);
  return root;
}

export function writeEntries(root: string, entries: Entries): void {
  for (const [file, entry] of Object.entries(entries)) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof entry === "string" || entry instanceof Uint8Array) writeFileSync(path, entry);
    else symlinkSync(entry.link, path);
  }
}

/** Makes a git repository of a folder, with all of it in the index and nothing committed. */
export function initGit(root: string): void {
  git(root, "init", "--quiet");
  git(root, "add", "--all");
}

export function git(root: string, ...words: readonly string[]): void {
  const identity = ["-c", "user.name=someone", "-c", "user.email=someone@example.org"];
  const local = ["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"];
  execFileSync("git", ["-C", root, ...identity, ...local, ...words], { stdio: "pipe" });
}
