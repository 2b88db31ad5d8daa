import type { Parsed } from "../grammar.js";
import { isTreeNode } from "../tree/tree-node.js";
import { loadPostgresqlGrammar, type PostgresqlRuntime } from "./load-grammar.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let loaded: PostgresqlRuntime | null = null;

/** Parses one statement with PostgreSQL's own grammar, which is loaded at the first call. */
export function parsePostgresql(sql: string): Parsed {
  return guarded(sql, (runtime) => parseStatement(runtime, sql));
}

/** Parses the body of a `CREATE FUNCTION` or `DO` in PL/pgSQL. */
export function parsePlpgsql(sql: string): Parsed {
  return guarded(sql, (runtime) => parseBody(runtime, sql));
}

function guarded(sql: string, parse: (runtime: PostgresqlRuntime) => Parsed): Parsed {
  const runtime = (loaded ??= loadPostgresqlGrammar());
  try {
    return parse(runtime);
  } catch {
    // It ran out of stack or memory, and what it left behind can't be trusted any more.
    loaded = null;
    return { kind: "refused", reason: "it is nested too deeply", offset: sql.length };
  }
}

function parseStatement(runtime: PostgresqlRuntime, sql: string): Parsed {
  const query = writeText(runtime, sql);
  const result = runtime._wasm_parse_query_raw(query);
  const [tree, , error] = pointersAt(runtime, result);
  const parsed = error
    ? refusal(runtime, error, sql)
    : parsedTree(JSON.parse(textAt(runtime, tree)));
  runtime._free(query);
  runtime._wasm_free_parse_result(result);
  return parsed;
}

/** Success is an object of JSON; anything else is a message. */
function parseBody(runtime: PostgresqlRuntime, sql: string): Parsed {
  const query = writeText(runtime, sql);
  const result = runtime._wasm_parse_plpgsql(query);
  const answer = textAt(runtime, result);
  runtime._free(query);
  runtime._wasm_free_string(result);
  if (answer.startsWith("{")) return parsedTree(JSON.parse(answer));
  return { kind: "refused", reason: answer, offset: sql.length };
}

function parsedTree(tree: unknown): Parsed {
  return { kind: "tree", tree: isTreeNode(tree) ? tree : {} };
}

/** `PgQueryError`: message, function, file, line, place; the place in characters, from 1. */
function refusal(runtime: PostgresqlRuntime, error: number, sql: string): Parsed {
  const [message] = pointersAt(runtime, error);
  const place = runtime.HEAPU32[(error >> 2) + 4] ?? 0;
  const offset = place > 0 ? offsetOfCharacter(sql, place - 1) : sql.length;
  return { kind: "refused", reason: textAt(runtime, message), offset };
}

function offsetOfCharacter(sql: string, characters: number): number {
  let offset = 0;
  for (let index = 0; index < characters && offset < sql.length; index++) {
    offset += (sql.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Writes a string for C; what is no valid Unicode becomes U+FFFD, which keeps its length. */
function writeText(runtime: PostgresqlRuntime, text: string): number {
  const bytes = encoder.encode(text);
  const pointer = runtime._malloc(bytes.length + 1);
  runtime.HEAPU8.set(bytes, pointer);
  runtime.HEAPU8[pointer + bytes.length] = 0;
  return pointer;
}

function textAt(runtime: PostgresqlRuntime, pointer: number): string {
  if (pointer === 0) return "";
  return decoder.decode(runtime.HEAPU8.subarray(pointer, runtime.HEAPU8.indexOf(0, pointer)));
}

function pointersAt(runtime: PostgresqlRuntime, struct: number): readonly [number, number, number] {
  const [a = 0, b = 0, c = 0] = runtime.HEAPU32.subarray(struct >> 2, (struct >> 2) + 3);
  return [a, b, c];
}
