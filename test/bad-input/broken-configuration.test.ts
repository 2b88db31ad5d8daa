import { describe, expect, it } from "vitest";
import { headings, runCommand } from "./run-command.js";
import {
  crossing,
  temporaryRepository,
  usersAndPool,
  type Entries,
} from "./temporary-repository.js";

const paths = '"compilerOptions":{"paths":{"@/*":["./src/*"]}}';
const byAlias = { "src/users/alias.ts": 'import "@/pool/seats";\n' };
const aliasFound = "src/users/alias.ts:1:8 no-cross-domain-import";

interface Case {
  readonly name: string;
  readonly entries: Entries;
  /** The line that the terminal shows. */
  readonly says: string;
  readonly finds: readonly string[];
}

const partly = "what could be read of it is used";

const tsconfigs: readonly Case[] = [
  {
    name: "extends nothing",
    entries: { "tsconfig.json": `{"extends":"./missing.json",${paths}}` },
    says: "tsconfig.json: it extends `./missing.json`, which is not there; what that would set is not known  tsconfig.json:1:12",
    finds: [aliasFound],
  },
  {
    name: "extends a package that is not installed",
    entries: { "tsconfig.json": `{"extends":"@tsconfig/strictest",${paths}}` },
    says: "tsconfig.json: it extends `@tsconfig/strictest`, which is not there; what that would set is not known  tsconfig.json:1:12",
    finds: [aliasFound],
  },
  {
    name: "extends itself",
    entries: { "tsconfig.json": `{"extends":"./tsconfig.json",${paths}}` },
    says: "tsconfig.json: it extends `./tsconfig.json`, which extends it in turn; that is left out  tsconfig.json:1:12",
    finds: [aliasFound],
  },
  {
    name: "extends another that extends it",
    entries: {
      "tsconfig.json": `{"extends":"./base.json",${paths}}`,
      "base.json": '{"extends":"./tsconfig.json"}',
    },
    says: "base.json: it extends `./tsconfig.json`, which extends it in turn; that is left out  base.json:1:12",
    finds: [aliasFound],
  },
  {
    name: "ends too early",
    entries: { "tsconfig.json": `{${paths}` },
    says: `tsconfig.json: it is not valid JSON (close brace expected); ${partly}  tsconfig.json:1:49`,
    finds: [aliasFound],
  },
  {
    name: "is no JSON at all",
    entries: { "tsconfig.json": "hello" },
    says: `tsconfig.json: it is not valid JSON (invalid symbol); ${partly}  tsconfig.json:1:1`,
    finds: [],
  },
];

describe.each(tsconfigs)("a tsconfig that $name", ({ entries, says, finds }) => {
  it("is told with its place, and nothing else is lost", () => {
    const outcome = runCommand(temporaryRepository({ ...usersAndPool, ...byAlias, ...entries }));
    expect(outcome.stdout).toContain(`\n  ${says}\n`);
    expect(headings(outcome)).toEqual([...finds, crossing]);
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
  });
});

const byPackage = {
  "src/users/seats.ts": 'import "#seats";\n',
  "src/users/lib.ts": 'import "lib";\n',
  "packages/lib/package.json": '{"name":"lib"}',
  "packages/lib/index.ts": 'import "../../src/pool/seats.js";\n',
};
const imports = '"imports":{"#seats":"./src/pool/seats.ts"}';
const seatsFound = "src/users/seats.ts:1:8 no-cross-domain-import";

const packages: readonly Case[] = [
  {
    name: "a package.json that ends too early",
    entries: { "package.json": `{"workspaces":["packages/*"],${imports}` },
    says: `package.json: it is not valid JSON (close brace expected); ${partly}  package.json:1:72`,
    finds: [seatsFound],
  },
  {
    name: "a package.json with a comma too many",
    entries: { "package.json": `{"name":"app",,${imports}}` },
    says: `package.json: it is not valid JSON (property name expected); ${partly}  package.json:1:15`,
    finds: [seatsFound],
  },
  {
    name: "a package.json of a workspace that ends too early",
    entries: {
      "package.json": `{"workspaces":["packages/*"],${imports}}`,
      "packages/lib/package.json": '{"name":"lib","main":',
    },
    says: `package.json: it is not valid JSON (value expected); ${partly}  packages/lib/package.json:1:22`,
    finds: [seatsFound],
  },
];

describe.each(packages)("$name", ({ entries, says, finds }) => {
  it("is told with its place, and nothing else is lost", () => {
    const outcome = runCommand(temporaryRepository({ ...usersAndPool, ...byPackage, ...entries }));
    expect(outcome.stdout).toContain(`\n  ${says}\n`);
    expect(headings(outcome)).toEqual([crossing, ...finds]);
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
  });
});

describe("a pnpm-workspace.yaml that is broken", () => {
  it("is told by its own name, and nothing else is lost", () => {
    const entries = {
      "package.json": `{"name":"app",${imports}}`,
      "pnpm-workspace.yaml": 'packages:\n  - "packages/*\n',
    };
    const outcome = runCommand(temporaryRepository({ ...usersAndPool, ...byPackage, ...entries }));
    expect(outcome.stdout).toMatch(
      /^ {2}pnpm-workspace\.yaml: it is not valid YAML.* {2}pnpm-workspace\.yaml:\d+:\d+$/mu,
    );
    expect(outcome.stdout).toContain("1 × lib  src/users/lib.ts:1:8\n");
    expect(headings(outcome)).toEqual([crossing, seatsFound]);
  });
});
