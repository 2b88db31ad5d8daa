import { importForms, type SourceFacts } from "@domain-isolation/model";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  extractFromRecord,
  extractFromTree,
  isSourceFile,
  needsTree,
  scriptBlocks,
} from "../src/index.js";
import { parsers } from "./parsers.js";
import { expectedFacts, shownFacts } from "./shown-facts.js";

const fixture = new URL("../../../fixtures/import-forms/", import.meta.url);
const sources = new URL("src/", fixture);
const files = readdirSync(sources).filter(isSourceFile).sort();
const read = (file: string) => readFileSync(new URL(file, sources), "utf8");

/** A fact of markup (`script-src`) isn't in the tree: it comes with the blocks. */
function expectedOf(text: string): readonly string[] {
  return expectedFacts(text).filter((fact) => !fact.includes(" script-src "));
}

/** What a file gives is compared where it says anything of that. */
function foundIn(facts: SourceFacts, text: string): readonly string[] {
  const isSilent = expectedFacts(text).every(isReach);
  return shownFacts(facts, text).filter((fact) => !isSilent || isReach(fact));
}

describe.each(Object.entries(parsers))("the tree of %s", (_name, parse) => {
  const parsed = files.flatMap((file) => parse(read(file), file) ?? []);

  test.each(parsed.map((source) => [source.file, source] as const))("%s", (file, source) => {
    const facts = extractFromTree(source);
    expect(foundIn(facts, read(file))).toEqual(expectedOf(read(file)));
  });
});

describe("the module record, where a look at the text says that it suffices", () => {
  const sufficient = files.filter((file) => {
    const { text, module } = recordOf(file);
    return !needsTree(text, file, module);
  });

  test("it does for the plain forms", () => {
    expect(sufficient).toEqual(
      expect.arrayContaining(["static-import.ts", "re-export-star.ts", "type-import.ts"]),
    );
  });

  test.each(sufficient)("%s", (file) => {
    const { text, module } = recordOf(file);
    expect(foundIn(extractFromRecord(module, text), read(file))).toEqual(expectedOf(read(file)));
  });
});

function recordOf(file: string) {
  const blocks = scriptBlocks(read(file), file);
  const text = blocks?.text ?? read(file);
  return { text, module: parseSync(file, text, blocks ? { lang: blocks.lang } : {}).module };
}

test("a span is the specifier with its quotes", () => {
  for (const file of files) {
    const source = parsers.oxc?.(read(file), file);
    if (!source) continue;
    for (const { span, specifier, form } of extractFromTree(source).imports) {
      const written = source.text.slice(span.start, span.end);
      if (/^(["'`])[^"'`$]*\1$/u.test(written) && form !== "import-meta-glob") {
        expect(specifier.endsWith(written.slice(1, -1))).toBe(true);
      }
    }
  }
});

describe("the table in the README", () => {
  const readme = readFileSync(new URL("README.md", fixture), "utf8");
  const rows = Array.from(
    readme.matchAll(/^\| (?<way>.+?) +\| (?<form>[a-z][a-z-]+) +\| (?<file>\S+) +\|$/gmu),
    ({ groups = {} }) => groups,
  );

  test.each(rows.map(({ file = "", form = "" }) => [file, form]))("%s shows %s", (file, form) => {
    const shown = expectedFacts(read(file)).map((fact) => fact.replace(/^\d+ (?:opaque )?/u, ""));
    expect(shown.some((fact) => fact.startsWith(`${form} `))).toBe(true);
  });

  test("has every file that reaches another, and every form of the model", () => {
    const reaching = files.filter((file) => expectedFacts(read(file)).some(isReach));
    expect(rows.map(({ file }) => file).sort()).toEqual(reaching);
    expect(new Set(rows.map(({ form }) => form))).toEqual(new Set(importForms));
  });
});

function isReach(fact: string): boolean {
  return !/^\d+ gives /u.test(fact);
}

test("the fixture compiles", () => {
  const path = fileURLToPath(new URL("tsconfig.json", fixture));
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  const { fileNames = [], options = {} } = config ?? {};
  expect(fileNames.length).toBeGreaterThan(50);
  const problems = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  const messages = problems.map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
  expect(messages).toEqual([]);
});
