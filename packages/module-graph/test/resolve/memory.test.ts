import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ImportForm } from "@domain-isolation/model";
import { isSourceFile } from "@domain-isolation/source-facts";
import { describe, expect, it } from "vitest";
import { createModuleGraph } from "../../src/create-module-graph.js";
import { createResolver } from "../../src/resolve/create-resolver.js";
import { fixture } from "./built-copy.js";

const forms: readonly ImportForm[] = ["import", "require", "worker", "new-url"];

/** What a trace tells is resolved anew, step by step; everything else is shared and remembered. */
describe.each(readdirSync(join(fixture("."))))("in %s", (name) => {
  const root = fixture(name);
  const graph = createModuleGraph(root);
  const files = graph.files().filter(isSourceFile);
  const specifiers = new Set(
    files.flatMap((file) => graph.sourceFacts(file).imports.map(({ specifier }) => specifier)),
  );

  it("every specifier in every file leads where its trace leads", () => {
    const remembering = createResolver(root);
    const tracing = createResolver(root);
    const differing: string[] = [];
    for (const file of files) {
      for (const specifier of specifiers) {
        for (const form of forms) {
          const known = remembering.resolve(file, specifier, form);
          const traced = tracing.resolve(file, specifier, form, () => undefined);
          if (JSON.stringify(known) !== JSON.stringify(traced)) {
            differing.push(`${file} ${form} ${specifier}`);
          }
        }
      }
    }
    expect(differing).toEqual([]);
    expect(remembering.problems()).toEqual(tracing.problems());
  });
});
