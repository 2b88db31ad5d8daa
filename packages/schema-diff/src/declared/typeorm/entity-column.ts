import { typeormColumnName } from "@domain-isolation/source-facts";
import type { Change, ColumnDefinition, PlacedName } from "../../changes/change.js";
import { cutName, plainColumn } from "../../readers/source-code/definitions.js";
import { literalOf } from "../../readers/source-code/literals.js";
import { placeOf } from "../../readers/source-code/names.js";
import type { Options } from "../../readers/source-code/options.js";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import { columnDefault } from "./column-default.js";
import { columnOptions, type ColumnOptions } from "./column-options.js";
import { columnType } from "./column-type.js";
import type { EntityMember } from "./entity-members.js";
import { enumValues } from "./enum-values.js";
import type { ColumnReading, UnreadPart } from "./typeorm-reading.js";

export interface EntityColumn {
  /** Of its property: `address.street`. */
  readonly path: string;
  readonly property: string;
  readonly definition: ColumnDefinition;
  readonly isPrimary: boolean;
  readonly isUnique: boolean;
  /** The type that PostgreSQL needs for it. */
  readonly enumType: Change | null;
}

/** `@Column`, `@PrimaryGeneratedColumn`, `@CreateDateColumn` … */
const kinds =
  /^(?:Column|PrimaryColumn|PrimaryGeneratedColumn|(?:Create|Update|Delete)DateColumn|VersionColumn)$/u;

/** The column of a property; null where it has none of its own. */
export function entityColumn(
  member: EntityMember,
  table: PlacedName,
  reading: ColumnReading,
): EntityColumn | UnreadPart | null {
  const { analysis } = reading;
  const decorator = member.decorators.find(({ name }) => kinds.test(name));
  if (!decorator) return null;
  const generated = member.decorators.find(({ name }) => name === "Generated") ?? null;
  const read = columnOptions(decorator, member.place, generated, analysis);
  if ("unread" in read) return { unread: `${member.path}: ${read.unread}` };
  const { options } = read;
  const given = options?.text("name") ?? null;
  const isLost = options?.place("name") !== undefined && given === null;
  const name = isLost ? null : typeormColumnName(member.property, given, member.prefixes, analysis);
  if (name === null) return { unread: `how the column of ${member.path} is called isn't known` };
  return columnOf(member, { name, decorator: decorator.name, table }, read, reading);
}

interface Known {
  readonly name: string;
  readonly decorator: string;
  readonly table: PlacedName;
}

function columnOf(
  { path, property, place }: EntityMember,
  { name, decorator, table }: Known,
  read: ColumnOptions,
  reading: ColumnReading,
): EntityColumn {
  const { options, strategy } = read;
  const isPrimary = decorator.startsWith("Primary") || options?.flag("primary") === true;
  const values = enumValues(options, reading.analysis);
  const enumName = enumNameOf(name, table, read, reading);
  const type = enumName?.type ?? columnType(decorator, read, values, reading);
  const isSerial = strategy === "increment" && reading.dialect === "postgresql";
  return {
    path,
    property,
    isPrimary,
    isUnique: options?.flag("unique") === true,
    enumType: enumName && values ? enumType(enumName.name, values, place, table) : null,
    definition: {
      ...plainColumn(name, type, placeOf(place)),
      nullable: !isPrimary && isNullable(decorator, options, reading),
      default: defaultOf(decorator, options, reading),
      identity: identityOf(strategy, options, isSerial),
      serial: isSerial,
      generated: options?.text("asExpression") ?? null,
    },
  };
}

const usualDates = {
  mysql: "CURRENT_TIMESTAMP(6)",
  postgresql: "now()",
  sqlite: "datetime('now')",
} as const;

/** Which function makes UUIDs is the version's and the data source's to say; a migration may have any. */
function defaultOf(
  decorator: string,
  options: Options | null,
  reading: ColumnReading,
): string | null {
  const isDated = /^(?:Create|Update)Date/u.test(decorator);
  const given = columnDefault(options?.place("default"), reading);
  return given ?? (isDated ? usualDates[reading.dialect] : null);
}

function isNullable(
  decorator: string,
  options: Options | null,
  { analysis }: ColumnReading,
): boolean {
  const given = options?.flag("nullable") ?? null;
  if (given !== null) return given;
  const value = options?.place("default");
  const isNull = value !== undefined && literalOf(value, analysis)?.is === "nothing";
  return decorator === "DeleteDateColumn" || isNull;
}

function identityOf(
  strategy: string | null,
  options: Options | null,
  isSerial: boolean,
): ColumnDefinition["identity"] {
  if (strategy === "identity")
    return options?.text("generatedIdentity") === "ALWAYS" ? "always" : "by default";
  return strategy === "increment" && !isSerial ? "by default" : null;
}

interface EnumName {
  readonly name: string;
  /** As a column shows it. */
  readonly type: string;
}

/** `post_state_enum`, in the schema of the table. */
function enumNameOf(
  column: string,
  { schema, name: table }: PlacedName,
  { type, options }: ColumnOptions,
  { dialect }: ColumnReading,
): EnumName | null {
  const isEnum = type === "enum" || type === "simple-enum";
  if (!isEnum || dialect !== "postgresql") return null;
  const usual = cutName(`${table}_${column.toLowerCase()}_enum`, dialect);
  const name = options?.text("enumName") ?? usual;
  const path = [...(schema === null ? [] : [schema]), name].map(quoteIdentifier).join(".");
  return { name, type: options?.flag("array") === true ? `${path}[]` : path };
}

function enumType(
  name: string,
  values: readonly string[],
  place: EntityMember["place"],
  { schema }: PlacedName,
): Change {
  const at = placeOf(place);
  return { kind: "create type", at, name: { schema, name, span: at.span }, type: "enum", values };
}
