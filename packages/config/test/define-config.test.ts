import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

describe("an editor marks", () => {
  it.each([
    [
      "nothing in a valid map",
      "mayUse: ['pool'], public: ['a.ts']",
      "reason: 'x', to: 'users'",
      "",
    ],
    ["a wrong name in mayUse", "mayUse: ['pol']", "reason: 'x'", "'\"pol\"' is not assignable"],
    [
      "a wrong name in an exemption",
      "mayUse: []",
      "reason: 'x', to: 'user'",
      "'\"user\"' is not assignable",
    ],
    ["an unknown key", "mayuse: []", "reason: 'x'", "'mayuse' does not exist"],
    ["a missing reason", "", "to: 'pool'", "Property 'reason' is missing"],
    [
      "a wrong type",
      "files: 'src/**'",
      "reason: 'x'",
      "not assignable to type 'readonly string[]'",
    ],
  ])("%s", (_, users, exemption, expected) => {
    const errors = diagnose(`
      import { defineConfig } from "../src/define-config.js";
      export default defineConfig({
        domains: { users: { ${users} }, pool: { files: ["src/pool/**"] } },
        exemptions: [{ rule: "no-domain-cycle", file: "a.ts", ${exemption} }],
      });`);
    if (expected === "") expect(errors).toEqual([]);
    else expect(errors.join("\n")).toContain(expected);
    expect(errors.length).toBeLessThan(2);
  });
});

/** What the compiler says of a module that stands in this folder. */
function diagnose(text: string): readonly string[] {
  const file = `${folder}virtual.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : read(name, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
