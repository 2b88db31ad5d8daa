import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractFromRecord, scriptBlocks } from "../src/index.js";
import { parseSync } from "oxc-parser";

/** The code that is left of a component, without the blanks. */
function code(text: string, file: string): string {
  const blocks = scriptBlocks(text, file);
  expect(blocks?.text).toHaveLength(text.length);
  return (blocks?.text ?? "").replaceAll(/\s+/gu, " ").trim();
}

describe("what is a script", () => {
  test.each([
    ["both of Vue", "a.vue", `<script>a</script><script setup>b</script>`, "a; b;"],
    ["generics", "a.vue", `<script setup generic="T extends A<B>, U">a</script>`, "a;"],
    [
      "upper case in the code",
      "a.vue",
      `<script>if (a < b) c = "<SCRIPT>"</script>`,
      'if (a < b) c = "<SCRIPT>";',
    ],
    [
      "not in a template",
      "a.vue",
      `<template><script>no</script></template><script>a</script>`,
      "a;",
    ],
    [
      "an expression that looks like a tag",
      "a.vue",
      `<template>{{ a <b }}</template><script>a</script>`,
      "a;",
    ],
    [
      "the end of a template in a text",
      "a.vue",
      `<template>{{ "</template>" }}</template><script>a</script>`,
      "a;",
    ],
    [
      "pug",
      "a.vue",
      `<template lang="pug">\np(v-if="a < b")\n  script.\n</template><script>a</script>`,
      "a;",
    ],
    ["a block of one's own", "a.vue", `<docs>use <script> so</docs><script>a</script>`, "a;"],
    ["a comment", "a.vue", `<!-- {{ <script>no</script> --><script>a</script>`, "a;"],
    ["JSON", "a.vue", `<script type="application/ld+json">{}</script><script>a</script>`, "a;"],
    ["both of Svelte", "a.svelte", `<script module>a</script>\n<script>b</script>`, "a; b;"],
    ["braces in a string", "a.svelte", `<p>{"{"}</p><script>a</script>`, "a;"],
    [
      "an arrow in an attribute",
      "a.svelte",
      `<p on:click={() => a > "}" && b < c}>it's</p><script>a</script>`,
      "a;",
    ],
    ["a brace without a partner", "a.svelte", `<p>{</p><script>a</script>`, "a;"],
    [
      "not in the head",
      "a.svelte",
      `<svelte:head><script>no</script></svelte:head><script>a</script>`,
      "a;",
    ],
    ["Astro's frontmatter", "a.astro", `---\na\n---\n<p>{b < c}</p><script>d</script>`, "a ; d;"],
    [
      "dashes in it",
      "a.astro",
      `---\nconst a = "---";\n---\n<script>d</script>`,
      'const a = "---"; ; d;',
    ],
    ["scripts of Astro at any depth", "a.astro", `<ul><li><script>a</script></li></ul>`, "a;"],
    ["none that is left to the browser", "a.astro", `<script is:inline>a</script>`, ""],
    ["none that is a component", "a.astro", `<Script src="./x.ts" /><script>a</script>`, "a;"],
    ["one that is not closed", "a.vue", `<script>a`, "a"],
  ])("%s", (_name, file, text, expected) => {
    expect(code(text, file)).toBe(expected);
  });
});

test.each([
  ["a.vue", `<script>a</script>`, "js"],
  ["a.vue", `<script>a</script><script setup lang="ts">b</script>`, "ts"],
  ["a.vue", `<script lang='tsx'>a</script>`, "tsx"],
  ["a.svelte", `<script type="text/typescript">a</script>`, "ts"],
  ["a.astro", `<p/>`, "ts"],
])("the language of %s: %s", (file, text, lang) => {
  expect(scriptBlocks(text, file)?.lang).toBe(lang);
});

test.each([
  [`<script lang="ts" src="./x.ts"></script>`, "./x.ts", `"./x.ts"`],
  [`<script src=./x.ts></script>`, "./x.ts", "./x.ts"],
  [`<script src='@/x'/>`, "@/x", `'@/x'`],
])("the source of %s", (text, specifier, written) => {
  const [source] = scriptBlocks(text, "a.vue")?.sources ?? [];
  expect(source).toMatchObject({ form: "script-src", specifier });
  expect(text.slice(source?.span.start, source?.span.end)).toBe(written);
});

test.each(["https://example.org/x.js", "//example.org/x.js", "/x.js"])("%s is no module", (src) => {
  expect(scriptBlocks(`<script src="${src}"></script>`, "a.astro")?.sources).toEqual([]);
});

test("many comments before no frontmatter cost nothing", () => {
  const text = `${"<!-- a -->\n".repeat(60)}<script>a</script>`;
  expect(code(text, "a.astro")).toBe("a;");
});

test("a file that is no component has no blocks", () => {
  expect(scriptBlocks("<script>a</script>", "a.html")).toBeNull();
});

test("a return at the top of Astro's frontmatter costs nothing", () => {
  const text = `---\nimport a from "a";\nif (a) return b;\nexport const c = 1;\n---\n`;
  const blocks = scriptBlocks(text, "a.astro");
  const facts = extractFromRecord(parseSync("a.ts", blocks?.text ?? "").module, text);
  expect(facts.imports.map(({ specifier }) => specifier)).toEqual(["a"]);
  expect(facts.exports.map(({ name }) => name)).toEqual(["c"]);
});

const piece = fc.constantFrom(
  ...'<script>|</script>|<script setup lang="ts">|<template>|</template>|{{|}}|{|}|<!--|-->|---\n|\'|"|`|<|>|/|\n|a|<p |src="./x"|<style>'.split(
    "|",
  ),
);

test("any text keeps its length and its lines", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom("a.vue", "a.svelte", "a.astro"),
      (pieces, file) => {
        const text = pieces.join("");
        const blocks = scriptBlocks(text, file);
        expect(blocks?.text).toHaveLength(text.length);
        expect(blocks?.text.replaceAll(/[^\n]/gu, "")).toBe(text.replaceAll(/[^\n]/gu, ""));
      },
    ),
    { numRuns: 2000, seed: 1 },
  );
});
