import type { Grammar } from "../grammar.js";
import { parsePostgresql } from "./parse.js";
import { readPostgresql } from "./read.js";

export const postgresqlGrammar: Grammar = { parse: parsePostgresql, read: readPostgresql };
