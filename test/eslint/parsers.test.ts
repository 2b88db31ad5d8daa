import * as tsParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { ESLint, type Linter } from "eslint";
import { ESLint as ESLint9 } from "eslint-9";
import domainIsolation from "eslint-plugin-domain-isolation";
import * as svelteParser from "svelte-eslint-parser";
import { afterAll, describe, expect, it } from "vitest";
import * as vueParser from "vue-eslint-parser";
import { places } from "./lint.js";
import { createProject, usersAndPool } from "./project.js";

interface Case {
  readonly name: string;
  readonly parser?: Linter.Parser;
  readonly file: string;
  readonly text: string;
  /** Where the specifier of the one crossing stands. */
  readonly place: string;
}

const crossing = 'import { hidden } from "../pool/seats.js";';

const cases: readonly Case[] = [
  { name: "espree", file: "a.js", text: crossing, place: "1:24-1:42" },
  {
    name: "espree on a script",
    file: "a.cjs",
    text: 'require("../pool/seats.js");',
    place: "1:9-1:27",
  },
  { name: "a byte order mark", file: "bom.js", text: `\uFEFF${crossing}`, place: "1:24-1:42" },
  {
    name: "typescript-eslint",
    parser: tsParser,
    file: "a.ts",
    text: `const name: string = "邀请码 🎟";\r\n${crossing}\r\n`,
    place: "2:24-2:42",
  },
  {
    name: "typescript-eslint on a type",
    parser: tsParser,
    file: "a.tsx",
    text: 'export type Hidden = import("../pool/seats.js").Hidden;',
    place: "1:29-1:47",
  },
  {
    name: "vue-eslint-parser with both scripts",
    parser: vueParser,
    file: "A.vue",
    text: [
      "<template><p>{{ hidden }}</p></template>",
      "<script>export default {};</script>",
      `<script setup lang="ts">${crossing}`,
      "const typed: number = 1;",
      "</script>",
    ].join("\n"),
    place: "3:48-3:66",
  },
  {
    name: "svelte-eslint-parser",
    parser: svelteParser,
    file: "A.svelte",
    text: `<p>{hidden}</p>\n<script lang="ts">\n  ${crossing}\n  let typed: number;\n</script>\n`,
    place: "3:26-3:44",
  },
  {
    name: "astro-eslint-parser",
    parser: astroParser,
    file: "A.astro",
    text: `---\n${crossing}\n---\n<p>{hidden}</p>\n`,
    place: "2:24-2:42",
  },
];

const project = createProject({
  ...usersAndPool,
  ...Object.fromEntries(cases.map(({ file, text }) => [`src/users/${file}`, text])),
});
afterAll(() => {
  project.dispose();
});

/** One configuration for each file, with its parser. */
const configs: Linter.Config[] = [
  domainIsolation.configs.recommended,
  ...cases.map(({ file, parser }) => ({
    files: [`src/users/${file}`],
    languageOptions: parser ? { parser, parserOptions: { parser: tsParser } } : {},
  })),
];

describe.each([
  ["ESLint 10", ESLint],
  ["ESLint 9", ESLint9],
])("%s", (_, Engine) => {
  const eslint = new Engine({
    cwd: project.root,
    overrideConfigFile: true,
    overrideConfig: configs,
  });

  it.each(cases)("reads the tree of $name", async ({ file, place }) => {
    const results = await eslint.lintFiles([`src/users/${file}`]);
    expect(places(project.root, results)).toEqual([
      `src/users/${file}:${place} domain-isolation/no-cross-domain-import`,
    ]);
  });
});

it("reads a script that a processor cuts out of a component", async () => {
  const processor: Linter.Processor = {
    preprocess: () => [{ text: crossing, filename: "1.js" }],
    postprocess: (lists) => lists.flat(),
  };
  const overrideConfig = [
    domainIsolation.configs.recommended,
    { files: ["**/*.astro"], processor },
  ];
  const eslint = new ESLint({ cwd: project.root, overrideConfigFile: true, overrideConfig });
  expect(places(project.root, await eslint.lintFiles(["src/users/A.astro"]))).toEqual([
    "src/users/A.astro:1:24-1:42 domain-isolation/no-cross-domain-import",
  ]);
});
