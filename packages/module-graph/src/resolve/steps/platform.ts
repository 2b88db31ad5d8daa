import { isBuiltin } from "node:module";
import type { Step } from "./step.js";

/** `https:`, `data:`, `node:`, `bun:`, `npm:`, `virtual:`; a letter and a colon is a Windows drive. */
const scheme = /^(?:[a-z][a-z\d+.-]+:|\/\/|\0)/iu;

/** URLs and modules that a platform or a bundler makes. */
export const schemeStep: Step = ({ specifier }, _world, note) => {
  const found = scheme.exec(specifier)?.[0];
  if (found === undefined) return null;
  note?.(`scheme ${JSON.stringify(found)}`, "not a file of this repository");
  return "external";
};

/** Node's own modules without `node:`. After `paths`, which may give the name to a file. */
export const builtinStep: Step = ({ specifier, kind }, _world, note) => {
  if (kind === "file" || !isBuiltin(specifier)) return null;
  note?.("modules of Node", "external");
  return "external";
};
