import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { isSourceFile } from "@domain-isolation/source-facts";
import * as tsParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { ESLint, type Linter } from "eslint";
import domainIsolation from "eslint-plugin-domain-isolation";
import * as svelteParser from "svelte-eslint-parser";
import { afterAll, expect, it } from "vitest";
import * as vueParser from "vue-eslint-parser";
import { commandFindings, type CommandFinding } from "./command-findings.js";

const fixtures = join(import.meta.dirname, "../../fixtures");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "parity-")));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The maps of the others are invalid, or meant for no files. */
const names = readdirSync(fixtures).filter((name) => !name.startsWith("config-"));

it.each(names)("ESLint says of %s what the command says", async (name) => {
  const root = rootWithMap(name);
  const { said, unparsed } = await eslintFindings(root);
  const findings = commandFindings(root, Object.keys(domainIsolation.rules));
  const parsed = findings.filter(
    // Migrations in SQL and Python are no files of ESLint.
    (finding) =>
      isSourceFile(finding.file) && !unparsed.includes(finding.file) && !isInAstroScript(finding),
  );
  expect(said).toEqual(parsed.map(lineOfFinding).sort());
  expect(unparsed).toEqual(refused[name] ?? []);
});

/**
 * Astro's parser leaves out of its tree what `<script>` sends to the browser. A processor gives it to
 * ESLint as `page.astro/1.ts`, as parsers.test.ts shows.
 */
function isInAstroScript({ file, line }: CommandFinding): boolean {
  return file === "src/page.astro" && line === 8;
}

/** `import source x from` is a proposal that ESLint's parsers don't know. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "import-forms": ["src/source-phase-import.js"],
};

/** The fixture; where it has no map, a copy with one that makes neighbours strangers. */
function rootWithMap(name: string): string {
  const fixture = join(fixtures, name);
  if (existsSync(join(fixture, "domain-isolation.config.ts"))) return fixture;
  const copy = join(scratch, name);
  cpSync(fixture, copy, { recursive: true });
  const files = sourceFiles(copy);
  const everySecond = (first: number) => files.filter((_, index) => index % 2 === first);
  const domains = { users: { files: everySecond(0) }, pool: { files: everySecond(1) } };
  writeFileSync(join(copy, "domain-isolation.config.json"), JSON.stringify({ domains }));
  return copy;
}

function sourceFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSourceFile(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Its own configuration aside, every file that the command reads. */
async function eslintFindings(root: string) {
  const eslint = new ESLint({
    cwd: root,
    ignore: false,
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig: [...parsers, domainIsolation.configs.strict],
  });
  const results = await eslint.lintFiles([...sourceFiles(root)]);
  const said: string[] = [];
  const unparsed: string[] = [];
  for (const { filePath, messages } of results) {
    const file = relative(root, filePath).replaceAll("\\", "/");
    if (messages.some(({ fatal }) => fatal)) unparsed.push(file);
    else said.push(...messages.map((message) => lineOfMessage(file, message)));
  }
  return { said: said.sort(), unparsed };
}

function lineOfMessage(file: string, said: Linter.LintMessage): string {
  const { line, column, endLine, endColumn, ruleId, message } = said;
  return [file, line, column, endLine, endColumn, ruleId, message].join(":");
}

function lineOfFinding(finding: CommandFinding): string {
  const { file, line, column, endLine, endColumn, ruleId, message, why, help } = finding;
  const text = [`${message}.`, why && `Why: ${why}.`, help && `Help: ${help}.`];
  const rule = `domain-isolation/${ruleId}`;
  return [file, line, column, endLine, endColumn, rule, text.filter(Boolean).join(" ")].join(":");
}

const languageOptions = (parser: Linter.Parser) => ({
  parser,
  parserOptions: { parser: tsParser, extraFileExtensions: [".vue", ".svelte", ".astro"] },
});
const parsers: readonly Linter.Config[] = [
  {
    files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
    languageOptions: languageOptions(tsParser),
  },
  { files: ["**/*.vue"], languageOptions: languageOptions(vueParser) },
  { files: ["**/*.svelte"], languageOptions: languageOptions(svelteParser) },
  { files: ["**/*.astro"], languageOptions: languageOptions(astroParser) },
];
