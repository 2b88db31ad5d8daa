/** ESLint with the parser alone. */
export function typescript(parser) {
  const parserOptions = { ecmaFeatures: { jsx: true } };
  return { files: ["**/*.{ts,tsx}"], languageOptions: { parser, parserOptions } };
}

/** The rules over imports, without those over data. */
export function importRules(plugin) {
  return {
    plugins: { "domain-isolation": plugin },
    rules: {
      "domain-isolation/no-cross-domain-import": "error",
      "domain-isolation/shared-stays-neutral": "error",
    },
  };
}

/** Every rule that judges one file. */
export function allRules(plugin) {
  return plugin.configs.strict;
}
