import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { createResolver } from "../../src/resolve/create-resolver.js";

/** What a change may write: the same path with one of several texts, or nothing any more. */
const texts: Readonly<Record<string, readonly string[]>> = {
  "package.json": [
    '{ "workspaces": ["packages/*"] }',
    '{ "dependencies": { "@acme/b": "1" } }',
    "{",
  ],
  "tsconfig.json": [
    '{ "compilerOptions": { "paths": { "@x": ["./src/deep/x.ts"] } } }',
    '{ "extends": "./base.json" }',
    '{ "extends": "@acme/b/base.json", "references": [{ "path": "packages/a" }] }',
  ],
  "base.json": ['{ "compilerOptions": { "paths": { "@x": ["./src/x.ts"] } } }'],
  "pnpm-workspace.yaml": ["packages: [packages/b]"],
  "packages/a/package.json": [
    '{ "name": "@acme/a", "imports": { "#x": "./src/x.js" } }',
    '{ "name": "@acme/b", "exports": { ".": "./dist/x.js" } }',
  ],
  "packages/b/package.json": ['{ "name": "@acme/b", "main": "lib/y.js" }', '{ "name": "other" }'],
  "packages/b/base.json": ['{ "compilerOptions": { "baseUrl": "packages/b/src" } }'],
  "packages/a/tsconfig.json": ['{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }'],
  "packages/a/src/x.ts": [""],
  "packages/a/src/index.ts": [""],
  "packages/a/dist/x.js": [""],
  "packages/b/src/y.ts": [""],
  "packages/b/src/index.ts": [""],
  "packages/b/lib/y.js": [""],
  "src/x.ts": [""],
  "src/x.d.ts": [""],
  "src/x/index.ts": [""],
  "src/deep/x.ts": [""],
  "node_modules/@acme/b/index.js": [""],
};
const importers = ["src/main.ts", "src/deep/main.ts", "packages/a/src/main.ts"];
const specifiers = [
  "./x",
  "./x.js",
  "../x",
  "@x",
  "#x",
  "@acme/a",
  "@acme/b",
  "@acme/b/src/y",
  "y",
];

type Change =
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "link"; readonly path: string };

function writeAll(root: string): void {
  for (const [path, [text = ""]] of Object.entries(texts)) {
    apply(root, { kind: "write", path, text });
  }
}

function apply(root: string, change: Change): void {
  const path = join(root, change.path);
  switch (change.kind) {
    case "write":
      write(path, change.text);
      return;
    case "remove":
      rmSync(path, { recursive: true, force: true });
      return;
    case "link":
      moveAndLink(path, join(root, `moved-${change.path.replaceAll("/", "-")}`));
  }
}

/** In place, as editors do it: nothing changes in the folder, unless the file is new. */
function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch {
    // Below a link that leads nowhere, nothing can be written.
  }
}

/** Once for each folder: a link in its place leads to where it is now. */
function moveAndLink(folder: string, to: string): void {
  if (existsSync(to) || !existsSync(folder)) return;
  renameSync(folder, to);
  symlinkSync(to, folder);
}

const paths = Object.keys(texts);
const configurations = paths.filter((path) => /\.(?:json|yaml)$/u.test(path));
const written = fc.constantFrom(...paths, ...configurations, ...configurations).chain((path) =>
  fc.record({
    kind: fc.constant("write" as const),
    path: fc.constant(path),
    text: fc.constantFrom(...(texts[path] ?? [])),
  }),
);
const removed = fc.record({
  kind: fc.constant("remove" as const),
  path: fc.constantFrom(...paths, "packages", "packages/a/src", "src/deep", "moved-packages-a"),
});
const linked = fc.record({
  kind: fc.constant("link" as const),
  path: fc.constantFrom("packages/a", "packages/b/src", "src/deep"),
});
const questions = importers.flatMap((file) => specifiers.map((name) => [file, name] as const));
const step = fc.record({
  change: fc.oneof({ weight: 5, arbitrary: written }, removed, linked),
  // Not everything is asked for after every change.
  asked: fc.oneof(fc.constant(questions), fc.subarray(questions)),
});

afterEach(() => {
  vi.restoreAllMocks();
});

it("what is remembered is what would be found anew, whatever changes", async () => {
  // Else every stamp would be too young to be trusted.
  const now = Date.now.bind(Date);
  vi.spyOn(Date, "now").mockImplementation(() => now() + 3_600_000);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      const root = realpathSync(mkdtempSync(join(tmpdir(), "refresh-")));
      writeAll(root);
      const remembering = createResolver(root);
      for (const { change, asked } of steps) {
        // So that what changes again gets another time.
        await sleep(12);
        apply(root, change);
        remembering.refresh();
        const anew = createResolver(root);
        for (const [file, specifier] of asked) {
          const known = remembering.resolve(file, specifier, "import");
          expect(known).toEqual(anew.resolve(file, specifier, "import"));
        }
        expect(remembering.problems()).toEqual(expect.arrayContaining([...anew.problems()]));
      }
      rmSync(root, { recursive: true });
    }),
    { numRuns: 60 },
  );
});
