export type { ExportedRules, SetRule } from "./export/boundary.js";
export { toBoundaries } from "./export/to-boundaries.js";
export { toDependencyCruiser } from "./export/to-dependency-cruiser.js";
export {
  mapFromBoundaries,
  type BoundariesElement,
  type BoundariesRules,
} from "./import/from-boundaries.js";
export {
  mapFromDependencyCruiser,
  type CruiserRule,
  type CruiserSide,
} from "./import/from-dependency-cruiser.js";
export { mapFromNx, type NxConstraint, type NxProject } from "./import/from-nx.js";
export { withoutUnmatched } from "./import/without-unmatched.js";
export { findDomains, renameDomains, type Candidates } from "./propose/find-domains.js";
export { proposeMap } from "./propose/propose-map.js";
export { renderConfig } from "./render/render-config.js";
export { toMapSource } from "./render/to-map-source.js";
export type * from "./map-proposal.js";
export type * from "./repository-facts.js";
