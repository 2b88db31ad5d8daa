import { createRequire } from "node:module";
import type * as Oxc from "oxc-parser";
import { findDefaultExport, topLevelConstants } from "./default-export.js";
import { executeScript } from "./execute-script.js";
import type { RawConfig } from "./read-config.js";
import { scriptPlaces } from "./script-places.js";
import { withoutUndefined } from "./without-undefined.js";

/** Loaded when it is needed, because a configuration in JSON doesn't need it. */
const requireOxc: (id: "oxc-parser") => typeof Oxc = createRequire(import.meta.url);

/** Runs a configuration in TypeScript or JavaScript, and reads its places off its text. */
export function readScript(path: string, text: string): Omit<RawConfig, "text"> {
  const { program, errors } = requireOxc("oxc-parser").parseSync(path, text);
  const exported = findDefaultExport(program);
  const places = exported
    ? scriptPlaces(exported, topLevelConstants(program))
    : { offset: 0, entries: [] };
  if (errors.length > 0) {
    const problems = errors.map(({ message, labels }) => ({
      message: `the configuration can't be parsed: ${message}`,
      at: { offset: labels[0]?.start ?? 0 },
    }));
    return { value: undefined, places, problems, dependencies: [path] };
  }
  const { outcome, dependencies } = executeScript(path);
  if ("problem" in outcome) {
    return { value: undefined, places, problems: [outcome.problem], dependencies };
  }
  const unusable = unusableReason(outcome.value);
  const problems = unusable ? [{ message: unusable, at: { offset: exported?.start ?? 0 } }] : [];
  return { value: withoutUndefined(outcome.value), places, problems, dependencies };
}

function unusableReason(value: unknown): string | null {
  if (value === undefined || value === null) {
    return "nothing is exported by default; write `export default defineConfig({ … })`";
  }
  if (typeof value === "function") {
    return "the default export is a function; export the map itself, because nobody calls it";
  }
  if (typeof value === "object" && "then" in value && typeof value.then === "function") {
    return "the default export is a promise; export the map itself, because ESLint can't wait for it";
  }
  return null;
}
