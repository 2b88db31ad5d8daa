import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createResolver } from "../../src/resolve/create-resolver.js";
import { fixture, temporaryFolder, writeFile } from "./built-copy.js";

let root = "";
beforeEach(() => {
  root = temporaryFolder();
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [file, content] of Object.entries(files)) {
    writeFile(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  }
}

function lead(file: string, specifier: string): string | null {
  return createResolver(root).resolve(file, specifier, "import")[0]?.target ?? null;
}

it("says what is extended and not there, and keeps the rest", () => {
  const folder = fixture("resolution-files");
  const resolver = createResolver(folder);
  resolver.resolve("src/main.ts", "~/view", "import");
  const [problem, ...others] = resolver.problems();
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ kind: "opaque", form: "tsconfig", file: "tsconfig.json" });
  expect(problem?.reason).toBe(
    "it extends `@company/tsconfig/strict.json`, which is not there; what that would set is not known",
  );
  const text = readFileSync(join(folder, "tsconfig.json"), "utf8");
  expect(text.slice(problem?.span.start, problem?.span.end)).toBe(
    '"@company/tsconfig/strict.json"',
  );
});

it("merges an array of bases, the later and nearer ones deciding", () => {
  const paths = (to: string) => ({ compilerOptions: { paths: { "@/*": [to] } } });
  write({
    "shared/a.json": paths("./from-a/*"),
    "shared/b.json": paths("./from-b/*"),
    "one/tsconfig.json": { extends: ["../shared/a.json", "../shared/b"] },
    "two/tsconfig.json": { extends: "../shared/b.json", ...paths("./own/*") },
    "shared/from-a/x.ts": "",
    "shared/from-b/x.ts": "",
    "two/own/x.ts": "",
  });
  expect(lead("one/main.ts", "@/x")).toBe("shared/from-b/x.ts");
  expect(lead("two/main.ts", "@/x")).toBe("two/own/x.ts");
});

it("survives a chain that extends itself", () => {
  write({
    "tsconfig.json": { extends: "./b.json", compilerOptions: { baseUrl: "." } },
    "b.json": { extends: "./tsconfig.json" },
    "lib/x.ts": "",
  });
  const resolver = createResolver(root);
  expect(resolver.resolve("main.ts", "lib/x", "import")[0]?.target).toBe("lib/x.ts");
  expect(resolver.problems().map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    "b.json: it extends `./tsconfig.json`, which extends it in turn; that is left out",
  ]);
});

it("reads what it can of a broken tsconfig", () => {
  write({
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": [ }',
    "src/x.ts": "",
  });
  const resolver = createResolver(root);
  expect(resolver.resolve("src/main.ts", "@/x", "import")[0]?.target).toBe("src/x.ts");
  expect(resolver.problems()).toMatchObject([{ file: "tsconfig.json", form: "tsconfig" }]);
});

it("takes the usual aliases where the tsconfig that has them is generated", () => {
  write({
    "package.json": { name: "site" },
    "tsconfig.json": { extends: "./.svelte-kit/tsconfig.json" },
    "src/lib/api.ts": "",
    "src/view.ts": "",
  });
  expect(lead("src/main.ts", "$lib/api")).toBe("src/lib/api.ts");
  expect(lead("src/main.ts", "@/view")).toBe("src/view.ts");
  expect(lead("src/main.ts", "@/gone")).toBeNull();
});

it("tells every attempt", () => {
  write({
    "package.json": { workspaces: ["packages/*"] },
    "app/tsconfig.json": { compilerOptions: { paths: { "@acme/*": ["./libs/*"] } } },
    "packages/users/package.json": { name: "@acme/users", main: "dist/index.js" },
    "packages/users/src/index.ts": "",
  });
  const steps: string[] = [];
  createResolver(root).resolve("app/main.ts", "@acme/users", "import", ({ attempt, outcome }) => {
    steps.push(`${attempt} → ${outcome}`);
  });
  expect(steps).toEqual([
    "paths `@acme/*` of app/tsconfig.json → nothing at app/libs/users",
    "workspace package @acme/users in packages/users → packages/users/src/index.ts (package.json gives dist/index.js)",
  ]);
});
