import type { Dialect } from "@domain-isolation/model";
import { canonicalType } from "../../sql/postgresql/canonical-type.js";
import type { CompiledType } from "./types/compiled-type.js";

/** What MySQL makes of types that it knows under another name. */
const mysqlNames: Readonly<Record<string, string>> = {
  integer: "int",
  bool: "tinyint(1)",
  boolean: "tinyint(1)",
  numeric: "decimal",
  "double precision": "double",
  real: "double",
};

/** A type in the words of the database; `unknown` where it isn't known. */
export function columnType({ text }: CompiledType, dialect: Dialect): string {
  if (text === null) return "unknown";
  if (dialect === "postgresql") return canonicalType(text);
  if (dialect === "sqlite") return text;
  const [, name = text, rest = ""] =
    /^([a-z ]+?)(\(.*|\sunsigned.*)?$/su.exec(text.toLowerCase()) ?? [];
  return `${mysqlNames[name] ?? name}${rest.replaceAll(", ", ",")}`;
}
