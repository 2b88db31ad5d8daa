import type { Parsed } from "../grammar.js";
import { isTreeNode, textAt } from "../tree/tree-node.js";
import { loadSqlparser, type SqlparserRuntime } from "./load-grammar.js";
import { characterOffsets } from "./character-offsets.js";

const encoder = new TextEncoder();
let loaded: SqlparserRuntime | null = null;

/** Parses one statement with sqlparser-rs, which is loaded at the first call. */
export function parseWithSqlparser(sql: string, dialect: "mysql" | "sqlite"): Parsed {
  const runtime = (loaded ??= load());
  try {
    return parseWith(runtime, sql, dialect);
  } catch {
    // It ran out of stack or memory, and what it left behind can't be trusted any more.
    loaded = null;
    return { kind: "refused", reason: "it is nested too deeply", offset: sql.length };
  }
}

/** The first tree teaches how the parser asks for lists. */
function load(): SqlparserRuntime {
  const runtime = loadSqlparser();
  parseWith(runtime, "SELECT 1", "mysql");
  return runtime;
}

function parseWith(runtime: SqlparserRuntime, sql: string, dialect: string): Parsed {
  const answer = runtime.parse_sql(...writeText(runtime, dialect), ...writeText(runtime, sql));
  const [trees = 0, error = 0, isError = 0] = numbersOf(answer);
  const value = takeReference(runtime, isError ? error : trees);
  if (isError) return refusal(isTreeNode(value) ? (textAt(value, "message") ?? "") : "", sql);
  const [tree = {}] = Array.isArray(value) ? value.filter(isTreeNode) : [];
  return { kind: "tree", tree };
}

function numbersOf(answer: unknown): readonly number[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === "number") : [];
}

function takeReference(runtime: SqlparserRuntime, index: number): unknown {
  const value = runtime.__wbindgen_externrefs.get(index);
  runtime.__externref_table_dealloc(index);
  return value;
}

/** Hands over a text, which the parser frees. */
function writeText(runtime: SqlparserRuntime, text: string): readonly [number, number] {
  const bytes = encoder.encode(text);
  const pointer = runtime.__wbindgen_malloc(bytes.length, 1);
  new Uint8Array(runtime.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}

function refusal(message: string, sql: string): Parsed {
  const place = /^(?:sql parser error: )?(.*?)(?: at Line: (\d+), Column: (\d+))?\.?$/su.exec(
    message,
  );
  const [, reason = message, line, column] = place ?? [];
  const offset =
    line === undefined ? sql.length : characterOffsets(sql)(Number(line), Number(column));
  return { kind: "refused", reason, offset };
}
