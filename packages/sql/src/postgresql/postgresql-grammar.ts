import type { Grammar } from "../grammar.js";
import { nodeAt, nodesAt } from "../tree/tree-node.js";
import { parsePostgresql } from "./parse.js";
import { readPostgresql } from "./read.js";

/** PostgreSQL's own grammar, which needs no help to read PostgreSQL. */
export const postgresqlGrammar: Grammar = {
  isExact: true,
  parse: parsePostgresql,
  read: readPostgresql,
  statementOf: (tree) => nodeAt(nodesAt(tree, "stmts")[0] ?? {}, "stmt") ?? {},
  reword: () => [],
  operationWithoutTables: () => null,
};
