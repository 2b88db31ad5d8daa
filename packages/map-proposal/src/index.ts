export { findDomains, renameDomains, type Candidates } from "./propose/find-domains.js";
export { proposeMap } from "./propose/propose-map.js";
export { renderConfig } from "./render/render-config.js";
export { toMapSource } from "./render/to-map-source.js";
export type * from "./map-proposal.js";
export type * from "./repository-facts.js";
