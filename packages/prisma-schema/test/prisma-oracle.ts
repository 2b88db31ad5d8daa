import { get_config, get_dmmf } from "@prisma/prisma-schema-wasm";
import type {
  PrismaField,
  PrismaFile,
  PrismaModel,
  PrismaRelation,
  PrismaSchema,
} from "../src/index.js";

/** What Prisma's own reader, which takes no broken schema and tells no places, says in its DMMF. */
interface Dmmf {
  readonly datamodel: {
    readonly models: readonly DmmfModel[];
    readonly types: readonly DmmfModel[];
    readonly enums: readonly DmmfEnum[];
    readonly indexes: readonly DmmfIndex[];
  };
}
interface DmmfModel {
  readonly name: string;
  readonly dbName: string | null;
  readonly schema: string | null;
  readonly fields: readonly DmmfField[];
}
interface DmmfField {
  readonly name: string;
  readonly dbName?: string;
  readonly kind: string;
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly hasDefaultValue: boolean;
  readonly nativeType: readonly [string, readonly string[]] | null;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
  readonly relationToFields?: readonly string[];
  readonly relationOnDelete?: string;
  readonly relationOnUpdate?: string;
}
interface DmmfEnum {
  readonly name: string;
  readonly dbName: string | null;
  readonly values: readonly { readonly name: string; readonly dbName: string | null }[];
}
interface DmmfIndex {
  readonly model: string;
  readonly type: "id" | "unique" | "normal" | "fulltext";
  readonly dbName?: string;
  readonly fields: readonly { readonly name: string }[];
}
interface Config {
  readonly config: {
    readonly generators: readonly {
      readonly name: string;
      readonly provider: { readonly value: string | null };
      readonly output: { readonly value: string | null } | null;
    }[];
    readonly datasources: readonly { readonly provider: string }[];
  };
}

/** What Prisma and we both say of a schema, by name, as Prisma has an order of its own. */
export interface Understanding {
  readonly provider: string | null;
  readonly generators: ByName;
  readonly models: ByName;
  readonly compositeTypes: ByName;
  readonly enums: ByName;
  readonly keys: readonly string[];
}
type ByName = Readonly<Record<string, unknown>>;

function byName<T extends { readonly name: string }>(
  items: readonly T[],
  shown: (item: T) => unknown,
): ByName {
  return Object.fromEntries(items.map((item) => [item.name, shown(item)]));
}

/** Null where Prisma takes the schema for broken. */
export function understoodByPrisma(files: readonly PrismaFile[]): Understanding | null {
  const prismaSchema = files.map(({ file, text }) => [file, text]);
  const parameters = JSON.stringify({ prismaSchema, noColor: true });
  const dmmf = refusedIsNull(() => JSON.parse(get_dmmf(parameters)) as Dmmf);
  const config = refusedIsNull(() => JSON.parse(get_config(parameters)) as Config);
  if (!dmmf || !config) return null;
  const { models, types, enums, indexes } = dmmf.datamodel;
  return {
    provider: config.config.datasources[0]?.provider ?? null,
    generators: byName(config.config.generators, ({ provider, output }) => [
      provider.value,
      output?.value ?? null,
    ]),
    models: byName(models, ({ name, dbName, schema, fields }) => [
      dbName ?? name,
      schema,
      fields.map(shownByPrisma),
    ]),
    compositeTypes: byName(types, ({ fields }) => fields.map(shownByPrisma)),
    enums: byName(enums, ({ name, dbName, values }) => [
      dbName ?? name,
      values.map((value) => [value.name, value.dbName ?? value.name]),
    ]),
    keys: indexes
      .map(({ model, type, dbName, fields }) =>
        keyInWords(
          model,
          type === "normal" ? "index" : type,
          fields.map(({ name }) => name),
          dbName,
        ),
      )
      .sort(),
  };
}

function refusedIsNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function shownByPrisma(field: DmmfField) {
  const [nativeName, nativeArguments] = field.nativeType ?? [];
  return {
    name: field.name,
    column: field.relationName === undefined ? (field.dbName ?? field.name) : null,
    kind: field.kind === "object" && field.relationName === undefined ? "composite" : field.kind,
    type: field.type,
    list: field.isList,
    required: field.isRequired,
    hasDefault: field.hasDefaultValue,
    nativeType: nativeName && [nativeName, ...(nativeArguments ?? [])].join(" "),
    relation: field.relationName,
    from: field.relationFromFields,
    to: field.relationToFields,
    onDelete: field.relationOnDelete,
    onUpdate: field.relationOnUpdate,
  };
}

/** Prisma leaves out what the client doesn't have: what is ignored, and unsupported types. */
export function understoodByUs(schema: PrismaSchema): Understanding {
  const models = schema.models.filter(({ ignored }) => !ignored);
  const names = new Set(models.map(({ name }) => name));
  const isInClient = ({ kind, ignored, type }: PrismaField) =>
    !ignored && kind !== "unsupported" && (kind !== "model" || names.has(type));
  const shown = (model: string, fields: readonly PrismaField[]) =>
    fields.filter(isInClient).map((field) => shownByUs(model, field));
  return {
    provider: schema.provider,
    generators: byName(schema.generators, ({ provider, output }) => [provider, output]),
    models: byName(models, (model) => [model.table, model.schema, shown(model.name, model.fields)]),
    compositeTypes: byName(schema.compositeTypes, ({ name, fields }) => shown(name, fields)),
    enums: byName(schema.enums, ({ databaseName, values }) => [
      databaseName,
      values.map((value) => [value.name, value.databaseName]),
    ]),
    keys: models.flatMap(keysOf).sort(),
  };
}

function shownByUs(model: string, field: PrismaField) {
  const { relation, nativeType } = field;
  return {
    name: field.name,
    column: relation ? null : field.column,
    kind: relation ? "object" : field.kind,
    type: field.type,
    list: field.list,
    required: field.list || !field.optional,
    hasDefault: field.default !== null,
    nativeType: nativeType
      ?.split(/[\s(),]+/u)
      .filter(Boolean)
      .join(" "),
    ...relationShownByUs(model, relation),
  };
}

function relationShownByUs(model: string, relation: PrismaRelation | null) {
  if (!relation) return {};
  return {
    relation: relation.name ?? [model, relation.model].sort().join("To"),
    from: relation.fields,
    to: relation.references,
    onDelete: relation.onDelete ?? undefined,
    onUpdate: relation.onUpdate ?? undefined,
  };
}

function keysOf({ name, keys }: PrismaModel): readonly string[] {
  return keys.map(({ kind, fields, constraint }) =>
    keyInWords(name, kind, fields, constraint ?? undefined),
  );
}

function keyInWords(
  model: string,
  kind: string,
  fields: readonly string[],
  constraint: string | undefined,
): string {
  return `${model} ${kind} ${fields.join(" ")} ${constraint ?? ""}`;
}
