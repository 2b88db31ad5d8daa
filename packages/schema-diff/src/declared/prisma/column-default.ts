import type { Dialect } from "@domain-isolation/model";
import type { PrismaField } from "@domain-isolation/prisma-schema";
import { columnType } from "./column-type.js";
import type { PrismaContext } from "./prisma-context.js";

export function isAutoincrement({ default: value }: PrismaField): boolean {
  return value !== null && /^autoincrement\s*\(/u.test(value);
}

/**
 * The default that the database is given. What the client makes itself (`cuid()`, `uuid()` …) is
 * none: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#default
 */
export function columnDefault(field: PrismaField, context: PrismaContext): string | null {
  const { default: written } = field;
  if (written === null) return null;
  if (field.list) return listDefault(written, field, context);
  const [, name, given = ""] = /^(\w+)\s*\(([^]*)\)$/u.exec(written) ?? [];
  if (name === "now") return now(field, context.dialect);
  if (name === "dbgenerated") return unquoted(given.trim()) || null;
  return name === undefined ? literal(written, field, context) : null;
}

function now(field: PrismaField, dialect: Dialect): string {
  if (dialect !== "mysql") return "CURRENT_TIMESTAMP";
  const precision = field.nativeType === null ? "3" : /\((\d+)\)/u.exec(field.nativeType)?.[1];
  const isExact = precision !== undefined && precision !== "0";
  return isExact ? `CURRENT_TIMESTAMP(${precision})` : "CURRENT_TIMESTAMP";
}

function listDefault(written: string, field: PrismaField, context: PrismaContext): string {
  const items = written.match(/"(?:\\.|[^"\\])*"|[^\s,[\]]+/gu) ?? [];
  const values = items.map((item) => literal(item, field, context));
  return `ARRAY[${values.join(", ")}]::${columnType(field, context)}`;
}

/** A text, a number, a boolean, or a value of an enum. */
function literal(
  written: string,
  { type, kind }: PrismaField,
  { enums, dialect }: PrismaContext,
): string {
  if (kind === "enum") {
    const value = enums.get(type)?.values.find(({ name }) => name === written);
    return quoted(value?.databaseName ?? written);
  }
  if (!written.startsWith('"')) return written;
  const text = unquoted(written);
  return type === "Bytes" ? bytes(text, dialect) : quoted(text);
}

function bytes(base64: string, dialect: Dialect): string {
  const hex = Buffer.from(base64, "base64").toString("hex");
  return dialect === "postgresql"
    ? String.raw`'\x${hex}'`
    : dialect === "mysql"
      ? `0x${hex}`
      : `X'${hex}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What a text says: its escapes are those of JSON. */
function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text.replaceAll(/^"|"$/gu, "");
  }
}
