export type { Project, ScanOptions } from "./project.js";
export type { TypeMode, TypeTier } from "./types/type-tier.js";
export type { Undecided } from "./types/undecided.js";
export { scanProject } from "./scan-project.js";
