import type { Dialect } from "@domain-isolation/model";
import type { PrismaEnum, PrismaField } from "@domain-isolation/prisma-schema";
import { canonicalType } from "../../sql/postgresql/canonical-type.js";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import type { PrismaContext } from "./prisma-context.js";

/** https://www.prisma.io/docs/orm/reference/prisma-schema-reference#model-field-scalar-types */
const usual: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  postgresql: {
    BigInt: "bigint",
    Boolean: "boolean",
    Bytes: "bytea",
    DateTime: "timestamp(3)",
    Decimal: "decimal(65,30)",
    Float: "double precision",
    Int: "integer",
    Json: "jsonb",
    String: "text",
  },
  mysql: {
    BigInt: "bigint",
    Boolean: "tinyint(1)",
    Bytes: "longblob",
    DateTime: "datetime(3)",
    Decimal: "decimal(65,30)",
    Float: "double",
    Int: "int",
    Json: "json",
    String: "varchar(191)",
  },
  sqlite: {
    BigInt: "BIGINT",
    Boolean: "BOOLEAN",
    Bytes: "BLOB",
    DateTime: "DATETIME",
    Decimal: "DECIMAL",
    Float: "REAL",
    Int: "INTEGER",
    Json: "JSONB",
    String: "TEXT",
  },
};

/** The type of a field's column, in the words of the database. */
export function columnType(field: PrismaField, { dialect, enums }: PrismaContext): string {
  const item = itemType(field, dialect, enums);
  return field.list ? `${item}[]` : item;
}

function itemType(
  { kind, type, nativeType }: PrismaField,
  dialect: Dialect,
  enums: ReadonlyMap<string, PrismaEnum>,
): string {
  const declared = kind === "enum" ? enums.get(type) : undefined;
  if (declared) return enumType(declared, dialect);
  const text =
    kind === "unsupported" ? type : nativeType ? native(nativeType, dialect) : usual[dialect][type];
  return dialect === "postgresql" ? canonicalType(text ?? type) : (text ?? type);
}

/** SQLite has no enums, and takes them for text. */
function enumType({ databaseName, schema, values }: PrismaEnum, dialect: Dialect): string {
  if (dialect === "sqlite") return "TEXT";
  if (dialect === "mysql") {
    return `enum(${values.map((value) => `'${value.databaseName.replaceAll("'", "''")}'`).join(",")})`;
  }
  const path = schema === null || schema === "public" ? [databaseName] : [schema, databaseName];
  return path.map(quoteIdentifier).join(".");
}

/** `VarChar(255)` behind `@db.`; it is named like the database's own type. */
function native(written: string, dialect: Dialect): string {
  const type = written.toLowerCase().replaceAll(/\s/gu, "");
  if (type === "doubleprecision") return "double precision";
  const unsigned = /^unsigned(.*)$/u.exec(type)?.[1];
  if (unsigned !== undefined) return `${unsigned} unsigned`;
  return dialect === "mysql" ? type.replace(/^(datetime|timestamp|time)\(0\)$/u, "$1") : type;
}
