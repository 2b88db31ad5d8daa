import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";

/** The calls that run when a file is loaded: those that declare tables and what belongs to them. */
export function topCalls(file: string, analysis: Analysis): readonly Place[] {
  const module = analysis.module(file);
  if (!module) return [];
  return module.calls
    .filter(({ scope }) => scope === module.root)
    .map(({ node, scope }) => ({ node, scope, module, frame: null }));
}
