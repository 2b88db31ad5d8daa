export type { NamedTable } from "./grammar.js";
export { findMarkers, type Marker } from "./lexer/find-markers.js";
export type { Token } from "./lexer/token.js";
export { constantOf, parseBlock, type ParsedBlock } from "./parse-block.js";
export {
  nameOfToken,
  parseStatements,
  parseTokens,
  type ParsedStatement,
} from "./parse-statements.js";
export { readSql } from "./read-sql.js";
export type * from "./sql-reading.js";
export {
  isTreeNode,
  nodeAt,
  nodesAt,
  numberAt,
  textAt,
  unwrapNode,
  type TreeNode,
} from "./tree/tree-node.js";
