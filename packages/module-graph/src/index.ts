export { createModuleGraph } from "./create-module-graph.js";
export type { EditorSource, ModuleGraph, ResolutionStep, ResolutionTrace } from "./module-graph.js";
