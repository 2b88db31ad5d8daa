import { relative } from "node:path";
import * as tsParser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import domainIsolation from "eslint-plugin-domain-isolation";

export const typescript: Linter.Config = {
  files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
  languageOptions: { parser: tsParser },
};

/** ESLint as an editor uses it: in this process, on this folder, with our preset. */
export function openEslint(cwd: string, ...configs: readonly Linter.Config[]): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [typescript, domainIsolation.configs.recommended, ...configs],
  });
}

/** The part of a result that ESLint 9 and 10 have in common. */
export interface LintResult {
  readonly filePath: string;
  readonly messages: readonly Linter.LintMessage[];
}

/** Where rules said something: `src/users/a.ts:1:15-1:30 no-cross-domain-import`. */
export function places(cwd: string, results: readonly LintResult[]): readonly string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map((message) => {
      const file = relative(cwd, filePath).replaceAll("\\", "/");
      const { line, column, endLine = line, endColumn = column } = message;
      const place = `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)}`;
      return `${file}:${place} ${message.ruleId ?? message.message}`;
    }),
  );
}

/** Lints a text as that of a file, which need not be there. */
export async function lintText(
  cwd: string,
  filePath: string,
  text: string,
  ...configs: readonly Linter.Config[]
): Promise<readonly Linter.LintMessage[]> {
  const results = await openEslint(cwd, ...configs).lintText(text, { filePath });
  return results.flatMap(({ messages }) => messages);
}
