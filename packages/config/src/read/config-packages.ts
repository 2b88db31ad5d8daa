/** Where `defineConfig` is found, be the package installed or not. */
export const configPackages: readonly string[] = [
  "check-domain-isolation",
  "eslint-plugin-domain-isolation",
  "@domain-isolation/config",
  "@domain-isolation/config/define-config",
];
