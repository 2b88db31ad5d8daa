export { chainInWords } from "./chain-in-words.js";
export { auditMap } from "./domain-map/audit.js";
export { claimsOf, ownershipClaims, roleClaims, type Claim } from "./domain-map/claims.js";
export { compileMap, type PlaceOf } from "./domain-map/compile.js";
export {
  fileRoles,
  type Crossing,
  type DomainMap,
  type FileRole,
  type Ownership,
  type TableName,
  type TableOwner,
  type Touch,
} from "./domain-map/domain-map.js";
export { compilePattern, compileTree, type Pattern } from "./domain-map/pattern.js";
export { compileTablePattern } from "./domain-map/table-claims.js";
export { evaluateFile, evaluateProject, type Evaluation } from "./evaluate.js";
export { explainOwnership } from "./explain-ownership.js";
export * from "./data-facts.js";
export * from "./facts.js";
export * from "./finding.js";
export { createLocator, type Location } from "./location.js";
export * from "./map-source.js";
export * from "./migration-facts.js";
export * from "./schema.js";
export { createOfferings } from "./offerings.js";
export {
  defineFileRule,
  defineProjectRule,
  type FactView,
  type FileContext,
  type FileRule,
  type FileView,
  type Judgement,
  type MessageTemplate,
  type ProjectContext,
  type ProjectRule,
  type ProjectView,
  type Rule,
  type RuleRegistry,
} from "./rule.js";
