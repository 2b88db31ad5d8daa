import { UnreadableLine, type LineReader } from "./line-reader.js";
import type { Argument, Attribute, Expression } from "./syntax-tree.js";
import { unquote } from "./unquote.js";

/** Deeper than any schema goes; still deeper ones would overflow the stack. */
const deepest = 100;

/** `@db.VarChar(255)`, or with `@@` what stands for the whole block. */
export function readAttribute(reader: LineReader, mark: "@" | "@@"): Attribute {
  const { start } = reader;
  reader.mark(mark);
  const name = readPath(reader, "the name of an attribute");
  const args = reader.sees("(") ? readArguments(reader, 0) : [];
  return { name, arguments: args, span: { start, end: reader.end } };
}

export function readExpression(reader: LineReader, depth = 0): Expression {
  if (depth > deepest) throw new UnreadableLine("it is nested too deeply");
  if (reader.sees("[")) return readList(reader, depth);
  if (reader.sees("{")) return readObject(reader, depth);
  const text = reader.take("text");
  if (text) return { kind: "text", value: unquote(text.text), span: text.span };
  const number = reader.take("number");
  if (number) return { kind: "number", span: number.span };
  return readReference(reader, depth);
}

function readList(reader: LineReader, depth: number): Expression {
  const { start } = reader;
  const items = enclosed(reader, "[", "]", () => readExpression(reader, depth + 1));
  return { kind: "list", items, span: { start, end: reader.end } };
}

/** The condition of a partial index, `{ deletedAt: null }`: nobody asks what it says. */
function readObject(reader: LineReader, depth: number): Expression {
  const { start } = reader;
  enclosed(reader, "{", "}", () => {
    reader.name("the name of a field");
    reader.mark(":");
    readExpression(reader, depth + 1);
  });
  return { kind: "object", span: { start, end: reader.end } };
}

function readReference(reader: LineReader, depth: number): Expression {
  const { start } = reader;
  const name = readPath(reader, "a value");
  const args = reader.sees("(") ? readArguments(reader, depth) : null;
  const span = { start, end: reader.end };
  return args ? { kind: "call", name, arguments: args, span } : { kind: "name", value: name, span };
}

function readArguments(reader: LineReader, depth: number): readonly Argument[] {
  return enclosed(reader, "(", ")", () => {
    const isNamed = reader.sees(":", 1);
    const name = isNamed ? reader.name("the name of an argument").text : null;
    if (isNamed) reader.mark(":");
    return { name, value: readExpression(reader, depth + 1) };
  });
}

/** `autoincrement`, `db.VarChar`, `address.street` */
function readPath(reader: LineReader, expected: string): string {
  let path = reader.name(expected).text;
  while (reader.takes(".")) path += `.${reader.name("a name").text}`;
  return path;
}

/** What stands between two marks, with commas between. */
function enclosed<T>(reader: LineReader, open: string, close: string, read: () => T): readonly T[] {
  const items: T[] = [];
  reader.mark(open);
  while (!reader.takes(close)) {
    items.push(read());
    if (!reader.takes(",") && !reader.sees(close)) reader.fail(`\`,\` or \`${close}\``);
  }
  return items;
}
