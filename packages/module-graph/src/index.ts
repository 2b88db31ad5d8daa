export { groupSchemas } from "./data/group-schemas.js";
export { createModuleGraph } from "./create-module-graph.js";
export type { EditorSource, ModuleGraph, ResolutionStep, ResolutionTrace } from "./module-graph.js";
export type { Memory, Shelf } from "./resolve/memory.js";
export { createReadings, type Readings } from "./resolve/readings.js";
