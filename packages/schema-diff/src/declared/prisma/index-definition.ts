import type { IndexPart } from "@domain-isolation/model";
import type { PrismaKey, PrismaKeyPart, PrismaModel } from "@domain-isolation/prisma-schema";
import type { IndexDefinition } from "../../changes/change.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import { constraintName } from "./constraint-names.js";
import { columnsOf, fieldOf, placeOf, type PrismaContext } from "./prisma-context.js";

/** The index of a key that is no primary one. */
export function indexDefinition(
  key: PrismaKey,
  model: PrismaModel,
  { dialect }: PrismaContext,
): IndexDefinition {
  const suffix = key.kind === "unique" ? "key" : "idx";
  const columns = columnsOf(model, key.fields);
  const name = key.constraint ?? constraintName(model.table, columns, suffix, dialect);
  return {
    name: { name, schema: null, span: key.span },
    unique: key.kind === "unique",
    parts: key.parts.map((part) => partOf(part, model)),
    include: [],
    method: key.kind === "fulltext" ? "fulltext" : methodOf(key),
    where: key.where && (key.where.sql ?? unknownInSchema),
    definedAt: placeOf(model.file, key.span),
  };
}

function methodOf({ method }: PrismaKey): string | null {
  const lower = method?.toLowerCase() ?? "btree";
  return lower === "btree" ? null : lower;
}

function partOf(
  { field, descending, length, operatorClass }: PrismaKeyPart,
  model: PrismaModel,
): IndexPart {
  const options = [
    length === null ? "" : `(${String(length)})`,
    operatorClass === null ? "" : operatorClassName(operatorClass),
    descending ? "desc" : "",
  ];
  const column = fieldOf(model, field)?.column ?? field;
  return { column, expression: null, options: options.filter((each) => each !== "").join(" ") };
}

/** `JsonbPathOps` is `jsonb_path_ops`; what was given raw is in the database's words. */
function operatorClassName(written: string): string {
  if (!/^[A-Z]/u.test(written)) return written;
  const words = written.replace("MinMax", "Minmax").match(/[A-Z][a-z\d]*/gu) ?? [];
  return words.map((word) => word.toLowerCase()).join("_");
}
