export { auditConfig } from "./audit-config.js";
export { ConfigError, type ConfigPlace, type ConfigProblem } from "./config-error.js";
export { defineConfig, type MapSource } from "./define-config.js";
export { findConfig } from "./find-config.js";
export { loadConfig, type LoadedConfig } from "./load-config.js";
export { nearestWord } from "./validation/did-you-mean.js";
export { loadBaseline } from "./baseline/load-baseline.js";
export { baselineName, readBaseline } from "./baseline/read-baseline.js";
export { writeBaseline } from "./baseline/write-baseline.js";
