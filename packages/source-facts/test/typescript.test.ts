import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { extractFromTree } from "../src/index.js";
import { parseWithOxc } from "./parsers.js";

const forms = new URL("../../../fixtures/import-forms/src/", import.meta.url);
const files = readdirSync(forms)
  .filter((file) => /\.[cm]?[jt]s$/u.test(file))
  .sort();

/** TypeScript's scanner takes any `require(` and the first text in a concatenation. */
const guesses = new Set(["require-shadowed.ts ./target.js", "dynamic-import-opaque.ts ./"]);

describe("what TypeScript's preProcessFile lists, we find", () => {
  test.each(files)("%s", (file) => {
    const text = readFileSync(new URL(file, forms), "utf8");
    const listed = ts.preProcessFile(text, true, true);
    const theirs = [
      ...listed.importedFiles.map(({ fileName }) => fileName),
      ...listed.typeReferenceDirectives.map(({ fileName }) => fileName),
      ...listed.referencedFiles.map(({ fileName }) => `./${fileName.replace(/^\.\//u, "")}`),
    ].filter((specifier) => !guesses.has(`${file} ${specifier}`));
    const ours = new Set(
      extractFromTree(parseWithOxc(text, file)).imports.map(({ specifier }) => specifier),
    );
    expect(theirs.filter((specifier) => !ours.has(specifier))).toEqual([]);
  });
});
