import { describe, expect, it } from "vitest";
import { headings, runCommand } from "./run-command.js";
import { temporaryRepository, type Entries } from "./temporary-repository.js";

const count = 600;
const last = count - 1;
const following = (index: number) => `./m${String((index + 1) % count)}.js`;

/** 600 files of a folder, each of which writes a line about the next; the last says more. */
function ring(folder: string, line: (next: string) => string, more: string): Entries {
  const files = Array.from({ length: count }, (_, index): [string, string] => [
    `${folder}/m${String(index)}.ts`,
    line(following(index)) + (index === last ? more : ""),
  ]);
  return Object.fromEntries(files);
}

const map = JSON.stringify({
  domains: {
    users: { files: ["src/users/**"], entrypoints: ["src/users/m0.ts"] },
    pool: { files: ["src/pool/**"] },
  },
});

describe("a cycle of 600 imports", () => {
  const entries = {
    "domain-isolation.config.json": map,
    ...ring("src/users", (next) => `import "${next}";\n`, 'import "../pool/seats.js";\n'),
    "src/pool/seats.ts": 'import "../users/m5.js";\n',
  };

  it("is followed by every rule, and its chain can be read", () => {
    const outcome = runCommand(temporaryRepository(entries));
    expect(headings(outcome)).toEqual([
      "src/pool/seats.ts:1:8 no-cross-domain-import",
      "src/pool/seats.ts:1:8 no-domain-cycle",
      "src/users/m0.ts:1:8 no-cross-domain-reach",
      `src/users/m${String(last)}.ts:2:8 no-cross-domain-import`,
    ]);
    expect(outcome.stdout).toContain("m5.ts → … 589 more … → src/users/m595.ts → ");
    expect(outcome.stdout).toContain("→ … 561 more, all of them with --format json …\n");
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
  });

  it("is whole in JSON", () => {
    const { stdout } = runCommand(temporaryRepository(entries), ["--format", "json"]);
    const chain = Array.from({ length: count }, (_, at) => `src/users/m${String(at)}.ts`);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{}, {}, { data: { chain: [...chain, "src/pool/seats.ts"] } }, {}],
    });
  });
});

describe("a cycle of 600 `export *`", () => {
  it("is followed to where a name is defined; one that there is not, is nowhere", () => {
    const root = temporaryRepository({
      "domain-isolation.config.json": map.replace(',"entrypoints":["src/users/m0.ts"]', ""),
      ...ring("src/lib", (next) => `export * from "${next}";\n`, 'export * from "../pool/a.js";\n'),
      "src/pool/a.ts": "export const seat = 1;\n",
      "src/users/a.ts": 'import { seat, gone } from "../lib/m0.js";\nexport default seat;\n',
    });
    const outcome = runCommand(root, ["src/users"]);
    expect(headings(outcome)).toEqual(["src/users/a.ts:1:10 no-cross-domain-import"]);
    expect(outcome.stdout).toContain(
      "users code imports `seat` from src/lib/m0.ts → src/lib/m1.ts → ",
    );
    expect(outcome.stdout).toContain(" more … → src/lib/m595.ts → ");
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
  });
});
