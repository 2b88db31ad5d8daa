import type { Analysis, DataModule, Place, Value } from "@domain-isolation/source-facts";
import type { FunctionValue } from "./run.js";

/** The two ways of a migration. */
export interface Directions {
  readonly up: FunctionValue;
  readonly down: FunctionValue | null;
}

/**
 * The functions `up` and `down` of a module: exported as such, or of an object or a class that it
 * exports, CommonJS or not.
 */
export function directionsOf(module: DataModule, analysis: Analysis): Directions | null {
  const up = exportedFunction(module, "up", analysis);
  if (up) return { up, down: exportedFunction(module, "down", analysis) };
  for (const name of module.exports.named.keys()) {
    const found = directionsIn(exportedValue(module, name, analysis), module, analysis);
    if (found) return found;
  }
  const { whole } = module.exports;
  const value = whole && analysis.evaluate(topOf(module, whole));
  return directionsIn(value, module, analysis);
}

/** Of an object with both, or of a class: its methods. */
export function directionsIn(
  value: Value | null,
  module: DataModule,
  analysis: Analysis,
): Directions | null {
  const owner = value?.is === "class" ? instanceOf(value.place) : value;
  if (owner?.is !== "object" && owner?.is !== "instance") return null;
  const place = topOf(module, module.source.program);
  const up = analysis.member(owner, "up", place);
  const down = analysis.member(owner, "down", place);
  if (up?.is !== "function") return null;
  return { up, down: down?.is === "function" ? down : null };
}

function instanceOf(place: Place): Value {
  return { is: "instance", class: place, args: [], types: new Map() };
}

function exportedFunction(module: DataModule, name: string, analysis: Analysis) {
  const value = exportedValue(module, name, analysis);
  return value?.is === "function" ? value : null;
}

function exportedValue(module: DataModule, name: string, analysis: Analysis): Value | null {
  const found = module.exports.named.get(name);
  if (!found || "specifier" in found) return null;
  const node = "node" in found ? found.node : { type: "Identifier", name: found.local };
  return analysis.evaluate(topOf(module, node));
}

export function topOf(module: DataModule, node: Place["node"]): Place {
  return { node, scope: module.root, module, frame: null };
}
