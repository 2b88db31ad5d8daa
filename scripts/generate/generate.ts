/**
 * Writes what follows from the rules: their registry, the generated parts of their pages, the table
 * in the README and the JSON schema of the domain map. Started at the root of the repository. With
 * `--check` it writes nothing, names what differs, and exits 1 if anything does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { format, resolveConfig } from "prettier";
import { configJsonSchema } from "../../packages/config/src/config-json-schema.js";
import { adapterFolder, adapterIds, loadRules } from "./load-rules.js";
import { adapterRegistry, registry } from "./registry.js";
import { rulePage } from "./rule-page.js";
import { ruleTable } from "./rule-table.js";
import { replaceSection } from "./section.js";

const root = process.cwd();
const isCheck = process.argv.includes("--check");
const schemaFile = "packages/config/schema/domain-isolation.schema.json";

/** Each file with the way to its text, which throws where a person has to act first. */
async function outputs(): Promise<readonly (readonly [file: string, text: () => string])[]> {
  const rules = await loadRules(root);
  const pages = rules.map((named) => {
    const file = `rules/${named.id}/rule.md`;
    return [file, () => rulePage(file, read(file), named)] as const;
  });
  const byId = Object.fromEntries(rules.map(({ id, rule }) => [id, rule]));
  return [
    [`${adapterFolder}/adapters.ts`, () => adapterRegistry(adapterIds(root))],
    ["rules/index.ts", () => registry(rules.map(({ id }) => id))],
    ...pages,
    ["README.md", () => replaceSection("README.md", read("README.md"), "rules", ruleTable(rules))],
    [schemaFile, () => JSON.stringify(configJsonSchema(byId))],
  ];
}

function read(file: string): string {
  return existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, "utf8") : "";
}

function write(file: string, text: string): void {
  mkdirSync(dirname(`${root}/${file}`), { recursive: true });
  writeFileSync(`${root}/${file}`, text);
}

/** What is to be said of a file, or null if it is as it should be. */
async function generate(file: string, text: () => string): Promise<string | null> {
  const options = await resolveConfig(`${root}/${file}`);
  const wanted = await format(text(), { ...options, filepath: file });
  if (wanted === read(file)) return null;
  if (isCheck) return `${file} differs: run npm run generate`;
  write(file, wanted);
  return `${file} written`;
}

for (const [file, text] of await outputs()) {
  try {
    const said = await generate(file, text);
    if (said === null) continue;
    console.log(said);
    if (isCheck) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
