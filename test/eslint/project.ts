import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small application on disk that a test may change. */
export interface Project {
  readonly root: string;
  path(file: string): string;
  /** Writes files, and the folders that they need. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: (...files: readonly string[]) => void;
  /** Makes the packages of this repository importable, as an installation would. */
  installPackages(): void;
  dispose(): void;
}

export function createProject(files: Readonly<Record<string, string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-eslint-")));
  const path = (file: string) => join(root, file);
  const project: Project = {
    root,
    path,
    write: (more) => {
      for (const [file, text] of Object.entries(more)) {
        mkdirSync(dirname(path(file)), { recursive: true });
        writeFileSync(path(file), text);
      }
    },
    remove: (...names) => {
      for (const name of names) rmSync(path(name), { recursive: true });
    },
    installPackages: () => {
      symlinkSync(join(import.meta.dirname, "../../node_modules"), path("node_modules"));
    },
    dispose: () => {
      rmSync(root, { recursive: true });
    },
  };
  project.write(files);
  return project;
}

/** Users and Pool, each with a public entry and something that is its own. */
export const usersAndPool: Readonly<Record<string, string>> = {
  "domain-isolation.config.json": JSON.stringify({
    domains: {
      users: { files: ["src/users/**"], public: ["src/users/index.ts"] },
      pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"] },
    },
    shared: { files: ["src/shared/**"] },
  }),
  "package.json": JSON.stringify({ name: "app", type: "module" }),
  "src/users/index.ts": 'export { invite } from "./invite.js";\n',
  "src/users/invite.ts": "export const invite = (): string => 'invited';\n",
  "src/pool/index.ts": 'export { assignSeat } from "./seats.js";\n',
  "src/pool/seats.ts": "export const assignSeat = (): number => 1;\nexport const hidden = 2;\n",
  "src/shared/clock.ts": "export const now = (): number => 0;\n",
};
