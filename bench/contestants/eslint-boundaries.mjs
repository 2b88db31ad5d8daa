import { existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const installed = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

export const eslintBoundaries = {
  name: "ESLint + boundaries",
  prepare({ root, users, pool, scratch }) {
    const config = join(scratch, "eslint.config.mjs");
    writeFileSync(config, configText(root, users, pool));
    const command = installed("eslint/bin/eslint.js");
    return { args: [command, "--config", config, "--format", "json", "."], cwd: root };
  },
  crossings({ stdout }, { root }) {
    return JSON.parse(stdout).flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId === "boundaries/dependencies")
        .map(({ line }) => ({ file: relative(root, filePath), line })),
    );
  },
};

function configText(root, users, pool) {
  const load = (name, path) =>
    `import ${name} from ${JSON.stringify(pathToFileURL(installed(path)))};`;
  const project = ["tsconfig.json", "tsconfig.base.json"].find((name) =>
    existsSync(join(root, name)),
  );
  const deny = (from, to) => ({
    from: { element: { type: from } },
    disallow: { to: { element: { type: to } } },
  });
  const settings = {
    "import/resolver": {
      [installed("eslint-import-resolver-typescript")]: {
        alwaysTryTypes: true,
        ...(project ? { project } : {}),
      },
    },
    "boundaries/dependency-nodes": ["import", "dynamic-import", "export", "require"],
    "boundaries/elements": [
      { type: "users", pattern: users, mode: "folder" },
      { type: "pool", pattern: pool, mode: "folder" },
    ],
  };
  return `${load("parser", "@typescript-eslint/parser/dist/index.js")}
${load("boundaries", "eslint-plugin-boundaries/dist/index.js")}
export default [
  { ignores: ["**/node_modules/**", "**/dist/**"] },
  {
    files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { boundaries },
    settings: ${JSON.stringify(settings)},
    rules: {
      "boundaries/dependencies": [2, ${JSON.stringify({ default: "allow", policies: [deny("users", "pool"), deny("pool", "users")] })}],
    },
  },
];
`;
}
