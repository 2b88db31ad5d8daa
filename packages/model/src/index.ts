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
export { envClaims } from "./domain-map/env-owners.js";
export { claimsOnTable } from "./domain-map/table-owners.js";
export { isLiteral, parsePattern, type Segment, type Token } from "./domain-map/pattern-syntax.js";
export {
  compareSpecificity,
  measureSpecificity,
  type Specificity,
} from "./domain-map/specificity.js";
export { compileTablePattern } from "./domain-map/table-claims.js";
export {
  keyText,
  type Baseline,
  type BaselineEntry,
  type BaselineKey,
} from "./baseline/baseline.js";
export type { BaselineMatch, FilesNow, StaleEntry } from "./baseline/match-baseline.js";
export { mergeBaselines } from "./baseline/merge-baselines.js";
export { shrunkBaseline, wholeBaseline } from "./baseline/next-baseline.js";
export { isSketch, sketchOf, type Sketch } from "./baseline/sketch.js";
export { allowancesOf, evaluateFile, evaluateProject } from "./evaluate.js";
export type { Evaluation } from "./evaluation.js";
export type { Exemption, PlacedAllowance } from "./exemptions/exemption.js";
export type { ExemptionUse } from "./exemptions/exemption-use.js";
export { isDay } from "./exemptions/is-day.js";
export { judgeProject } from "./judge.js";
export type { Judged } from "./judged.js";
export type { Ledger } from "./ledger.js";
export { settle, type Books, type Settled } from "./settle.js";
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
  defineLedgerRule,
  defineProjectRule,
  type FactView,
  type FileContext,
  type FileRule,
  type FileView,
  type Judgement,
  type LedgerContext,
  type LedgerRule,
  type MessageTemplate,
  type ProjectContext,
  type ProjectRule,
  type ProjectView,
  type Rule,
  type RuleRegistry,
} from "./rule.js";
