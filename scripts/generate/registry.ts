/** `rules/index.ts`: every folder of a rule, by its name. */
export function registry(ids: readonly string[]): string {
  const imports = ids.map((id) => `import ${camelCase(id)} from "./${id}/rule.js";`);
  const entries = ids.map((id) => `"${id}": ${camelCase(id)},`);
  return [
    "// Generated from the folders by `npm run generate`.",
    `import type { RuleRegistry } from "@domain-isolation/model";`,
    ...imports,
    "",
    "/** All rules by their IDs. */",
    `export const rules: RuleRegistry = {`,
    ...entries,
    "};",
    "",
  ].join("\n");
}

function camelCase(id: string): string {
  return id.replaceAll(/-(\w)/gu, (_dash, letter: string) => letter.toUpperCase());
}

/** `adapters.ts`: every folder of a database library, by its name. */
export function adapterRegistry(ids: readonly string[]): string {
  const imports = ids.map((id) => `import { ${camelCase(id)} } from "./${id}/${id}.js";`);
  return [
    "// Generated from the folders by `npm run generate`.",
    `import type { Adapter } from "./adapter.js";`,
    ...imports,
    "",
    "/** Every library that is known. */",
    `export const adapters: readonly Adapter[] = [${ids.map(camelCase).join(", ")}];`,
    "",
  ].join("\n");
}
