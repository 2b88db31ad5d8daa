import type { LineReader } from "./line-reader.js";
import { readAttribute, readExpression } from "./read-expression.js";
import type { Attribute, FieldLine, SettingLine, TypeReference, ValueLine } from "./syntax-tree.js";
import { unquote } from "./unquote.js";

/** `author User? @relation(fields: [authorId], references: [id])` */
export function readField(reader: LineReader): FieldLine {
  const name = reader.name("the name of a field");
  const type = readType(reader);
  const attributes = readAttributes(reader);
  return { name, type, attributes, span: reader.span };
}

/** `DRAFT @map("draft")` */
export function readEnumValue(reader: LineReader): ValueLine {
  return { name: reader.name("a value of the enum"), attributes: readAttributes(reader) };
}

/** `provider = "postgresql"` */
export function readSetting(reader: LineReader): SettingLine {
  const name = reader.name("the name of a setting");
  reader.mark("=");
  const value = readExpression(reader);
  reader.finish("the end of the line");
  return { name, value };
}

/** `@@map("users")` */
export function readBlockAttribute(reader: LineReader): Attribute {
  const attribute = readAttribute(reader, "@@");
  reader.finish("the end of the line");
  return attribute;
}

function readAttributes(reader: LineReader): readonly Attribute[] {
  const attributes: Attribute[] = [];
  while (reader.sees("@")) attributes.push(readAttribute(reader, "@"));
  reader.finish("`@` or the end of the line");
  return attributes;
}

function readType(reader: LineReader): TypeReference {
  const base = readBaseType(reader);
  const isList = reader.takes("[");
  if (isList) reader.mark("]");
  return { ...base, isList, isOptional: reader.takes("?") };
}

function readBaseType(reader: LineReader) {
  const name = reader.name("a type");
  if (name.text !== "Unsupported" || !reader.takes("(")) return { name, isUnsupported: false };
  const quoted = reader.take("text") ?? reader.fail("a type of the database in quotes");
  reader.mark(")");
  return { name: { text: unquote(quoted.text), span: quoted.span }, isUnsupported: true };
}
