export type { Project, ScanOptions } from "./project.js";
export { scanProject } from "./scan-project.js";
