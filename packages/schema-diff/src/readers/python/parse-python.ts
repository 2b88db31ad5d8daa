import type { SourcePlace, Span } from "@domain-isolation/model";
import type { ASTNode, StmtNode } from "py-ast";
import { pyAst } from "./load-grammars.js";
import { repair, withoutStatementAt, type Repaired } from "./repair.js";
import { sourceOffsets, type SourceOffsets } from "./source-offsets.js";

/** A parsed file. What is broken in it is blanked, and the rest read all the same. */
export interface PythonFile {
  readonly file: string;
  readonly text: string;
  readonly body: readonly StmtNode[];
  /** Why the strict grammar refuses it, and where; null where it doesn't. */
  readonly error: { readonly reason: string; readonly span: Span } | null;
  /** The stretches that are not read. */
  readonly broken: readonly Span[];
  placeOf(node: ASTNode): SourcePlace;
}

/** How many more statements of a broken file are given up, before all of it is. */
const patience = 8;

/** Parses a file of Python. Never throws. */
export function parsePython(file: string, text: string): PythonFile {
  // A byte order mark is no part of the first line.
  const before = text.startsWith("\ufeff") ? 1 : 0;
  const readable = text.slice(before).replaceAll("\0", " ");
  const offsets = sourceOffsets(readable);
  const placeOf = (node: ASTNode) => ({ file, span: moved(spanOf(node, offsets), before) });
  const first = parse(readable, offsets);
  if (first.body) return { file, text, body: first.body, error: null, broken: [], placeOf };
  const { body, broken } = parseBroken(readable, offsets);
  const span = moved({ start: first.offset, end: first.offset }, before);
  const stretches = broken.map((stretch) => moved(stretch, before));
  return { file, text, body, error: { reason: first.reason, span }, broken: stretches, placeOf };
}

function parseBroken(text: string, offsets: SourceOffsets) {
  let repaired: Repaired = repair(text);
  for (let tries = 0; tries < patience; tries++) {
    const { body, offset } = parse(repaired.text, offsets);
    if (body) return { body, broken: repaired.broken };
    repaired = withoutStatementAt(offset, repaired);
  }
  return { body: [], broken: [{ start: 0, end: text.length }] };
}

interface Parsed {
  readonly body: readonly StmtNode[] | null;
  readonly reason: string;
  readonly offset: number;
}

function parse(text: string, offsets: SourceOffsets): Parsed {
  try {
    return { body: pyAst().parse(text).body, reason: "", offset: 0 };
  } catch (error) {
    if (!(error instanceof Error)) return { body: null, reason: "unknown", offset: 0 };
    if (error instanceof RangeError) {
      return { body: null, reason: "it is nested too deeply", offset: 0 };
    }
    const offset = offsets(numberIn(error, "lineno"), numberIn(error, "col_offset"));
    return { body: null, reason: clause(error.message), offset };
  }
}

function numberIn(error: Error, key: string): number {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "number" ? value : 0;
}

/** "Unexpected token at line 2, column 0" → "unexpected token". */
function clause(message: string): string {
  const sentence = message.replace(/ at line .*$/su, "");
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function spanOf(node: ASTNode, offsets: SourceOffsets): Span {
  const start = offsets(node.lineno ?? 1, node.col_offset ?? 0);
  const end = offsets(node.end_lineno ?? node.lineno ?? 1, node.end_col_offset ?? 0);
  return { start, end: Math.max(start, end) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
