import type { Dialect, SourcePlace, Span } from "@domain-isolation/model";
import type {
  PrismaEnum,
  PrismaField,
  PrismaModel,
  PrismaSchema,
} from "@domain-isolation/prisma-schema";
import type { PlacedName } from "../../changes/change.js";

/** What all parts of a declaration are read with. */
export interface PrismaContext {
  readonly prisma: PrismaSchema;
  readonly dialect: Dialect;
  readonly major: number;
  readonly models: ReadonlyMap<string, PrismaModel>;
  readonly enums: ReadonlyMap<string, PrismaEnum>;
}

/** The name of a model's table, where the model has its own. */
export function tableName({ table, schema, span }: PrismaModel): PlacedName {
  return { name: table, schema, span };
}

export function placeOf(file: string, span: Span): SourcePlace {
  return { file, span };
}

/** The columns of fields that are given by their names. */
export function columnsOf(model: PrismaModel, names: readonly string[]): readonly string[] {
  return names.map((name) => fieldOf(model, name)?.column ?? name);
}

export function fieldOf(model: PrismaModel, name: string): PrismaField | undefined {
  return model.fields.find((field) => field.name === name);
}
