import type { Analysis } from "../analysis.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { importValue } from "./evaluate-name.js";
import { moduleValue } from "./evaluate.js";

/** What a file of ours gives away under a name. */
export function exportValue(file: string, name: string, analysis: Analysis): Value | null {
  if (name === "*") return { is: "namespace", file };
  const stars = analysis.world.starsFor?.(file, name);
  if (stars) return starValue(file, stars, name, analysis);
  const module = analysis.module(file);
  if (!module) return null;
  const exported = module.exports.named.get(name);
  if (!exported) {
    const passedOn = starValue(file, module.exports.stars, name, analysis);
    return passedOn ?? wholeMember(module, name, analysis);
  }
  if ("specifier" in exported) {
    return exported.name === "*"
      ? moduleValue(file, exported.specifier, analysis)
      : importValue(file, exported.specifier, exported.name, analysis);
  }
  const node = "node" in exported ? exported.node : exported.name;
  return analysis.evaluate(topLevel(module, node));
}

/** What `export *` passes on, of packages of others too. */
function starValue(
  file: string,
  stars: readonly string[],
  name: string,
  analysis: Analysis,
): Value | null {
  for (const specifier of stars) {
    const value = importValue(file, specifier, name, analysis);
    if (value) return value;
  }
  return null;
}

/** `module.exports = { ...require("./users"), ...require("./orders") }` */
function wholeMember(module: DataModule, name: string, analysis: Analysis): Value | null {
  const { whole } = module.exports;
  const value = whole && analysis.evaluate(topLevel(module, whole));
  return value?.is === "object" ? analysis.member(value, name, value.place) : null;
}

export function topLevel(module: DataModule, node: Place["node"]): Place {
  return { node, scope: module.root, module, frame: null };
}
