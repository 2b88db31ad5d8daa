import { kept, type PlannedFile, type Surroundings } from "./planned-file.js";

const ours = "domain-isolation.eslint.mjs";

const text = `import domainIsolation from "eslint-plugin-domain-isolation";

// Spread this into the list that eslint.config.js exports.
export default [domainIsolation.configs.recommended];
`;

/** A file of its own for a flat config, which is code and is not rewritten. */
export function planEslint({ files, text: textOf }: Surroundings): readonly PlannedFile[] {
  const config = [...files].find((file) => /^eslint\.config\.[cm]?[jt]s$/u.test(file));
  if (config === undefined) return [];
  if (textOf(config)?.includes("domain-isolation")) return [kept(config)];
  const snippet = [
    `import domainIsolation from "./${ours}";`,
    "",
    "  // at the end of the list that is exported:",
    "  ...domainIsolation,",
  ].join("\n");
  const note = `for the editor; ${config} has to import it`;
  return [{ path: ours, text: files.has(ours) ? null : text, note, snippet }];
}
