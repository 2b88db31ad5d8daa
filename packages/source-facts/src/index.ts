export { allowancesInText } from "./allowances/allowances-in-text.js";
export { createDataReader, type DataReader } from "./data/data-reader.js";
export type * from "./data/modules.js";
export type { CompilerProgram } from "./data/typed/compiler.js";
export { createTypeSource, type ProgramOf } from "./data/typed/type-source.js";
export { extractFromRecord } from "./imports/extract-from-record.js";
export { extractFromTree } from "./imports/extract-from-tree.js";
export { globPatterns, type GlobPatterns } from "./imports/glob-patterns.js";
export { isNode as isSyntaxNode } from "./syntax/node.js";
export { isSourceFile } from "./syntax/is-source-file.js";
export type * from "./imports/module-record.js";
export { namespaceMembers } from "./imports/namespace-members.js";
export { needsTree } from "./imports/needs-tree.js";
export { scriptBlocks, type ScriptBlocks } from "./markup/script-blocks.js";
export type * from "./syntax/syntax.js";

// For those who execute code in thought: what expressions stand for, and the texts that they build.
export type { Analysis, Properties } from "./data/analysis.js";
export { createAnalysis } from "./data/create-analysis.js";
export {
  columnName as typeormColumnName,
  joinColumnName as typeormJoinColumnName,
  joinTableColumnName as typeormJoinTableColumnName,
} from "./data/adapters/typeorm/column-names.js";
export {
  embeddedClass,
  typeormAnalysis,
  typeormClasses,
  typeormDecorators,
  typeormTarget,
} from "./data/adapters/typeorm/declared-entities.js";
export { baseClass } from "./data/adapters/class-orm/base-class.js";
export type { Decorator } from "./data/adapters/decorators.js";
export { junctionName as typeormJunctionName } from "./data/adapters/typeorm/naming.js";
export { membersOf } from "./data/evaluate/construction.js";
export { propertyKey } from "./data/evaluate/evaluate-member.js";
export type { Entity } from "./data/values/value.js";
export { elementOf } from "./data/evaluate/evaluate-name.js";
export type { Holes, PlacedSegment } from "./data/text/placed-segment.js";
export { segmentSpan } from "./data/text/placed-segment.js";
export { segmentsOf } from "./data/text/segments.js";
export type { DataModule } from "./data/values/data-module.js";
export { at, type Frame, type Place } from "./data/values/place.js";
export type { External, Value } from "./data/values/value.js";
export {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  moduleExportName,
  spanOf,
  unwrap,
} from "./syntax/node.js";
export { patternNames } from "./syntax/pattern-names.js";
export { lookUp, type Declaration, type Scope } from "./syntax/scopes.js";
