import type { Place } from "@domain-isolation/source-facts";
import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import { plainColumn } from "../../readers/source-code/definitions.js";
import { literalOf, textOf } from "../../readers/source-code/literals.js";
import { nameSpan, placeOf } from "../../readers/source-code/names.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { referentialAction } from "../../readers/source-code/referential-action.js";
import type { Step } from "../../readers/source-code/chain.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import { columnCall, isSerial, type ColumnCall } from "./column-call.js";
import { defaultValue } from "./default-value.js";
import { referenceTo } from "./foreign-key.js";
import { sqlText } from "./sql-text.js";
import type { TableCall } from "./table-call.js";
import { columnName, columnUse, type DrizzleReading, type WrittenColumn } from "./table-reading.js";
import { returnedBy } from "./whole-chain.js";

/** A column with the keys that are said of it alone. */
export interface DrizzleColumn {
  readonly definition: ColumnDefinition;
  readonly constraints: readonly Constraint[];
  /** What of it can't be read: clauses. */
  readonly unread: readonly string[];
}

/** Null for what is no column: of it is only known that it stands there. */
export function readColumn(
  written: WrittenColumn,
  table: TableCall,
  reading: DrizzleReading,
): DrizzleColumn | null {
  const call = columnCall(written.value, reading);
  if (!call) return null;
  const name = columnName(written, reading);
  const file = table.place.module.file;
  const isHere = call.place.module.file === file;
  const placed = isHere ? { file, span: spanOfName(call, reading) } : placeOf(table.place);
  const start = startOf(call, name, placed, reading);
  let definition = start;
  const said = call.said.map((step) => {
    const saying = sayingOf(step, definition, table, reading);
    definition = { ...definition, ...saying.sets };
    return saying;
  });
  return {
    definition,
    constraints: [
      ...(call.kind === "serial" && reading.dialect === "mysql" ? [unique(start, null)] : []),
      ...said.flatMap(({ constraint }) => constraint ?? []),
    ],
    unread: said.flatMap(({ unread }) => unread ?? []),
  };
}

function spanOfName({ name, place }: ColumnCall, { analysis }: DrizzleReading) {
  return name ? nameSpan(name, analysis) : placeOf(place).span;
}

function startOf(
  call: ColumnCall,
  name: string,
  definedAt: ColumnDefinition["definedAt"],
  { dialect }: DrizzleReading,
): ColumnDefinition {
  const column = plainColumn(name, call.type, definedAt);
  if (!isSerial(call)) return column;
  return dialect === "mysql"
    ? { ...column, nullable: false, identity: "by default" }
    : { ...column, nullable: false, serial: true };
}

interface Saying {
  readonly sets?: Partial<ColumnDefinition>;
  readonly constraint?: Constraint;
  readonly unread?: string;
}

type Read = (
  step: Step,
  column: ColumnDefinition,
  table: TableCall,
  reading: DrizzleReading,
) => Saying;

const nothing: Read = () => ({});

/** https://orm.drizzle.team/docs/column-types/pg#not-null, and what follows there */
const readers: Readonly<Record<string, Read>> = {
  $default: nothing,
  $defaultFn: nothing,
  $onUpdate: nothing,
  $onUpdateFn: nothing,
  $type: nothing,
  onUpdateNow: nothing,
  notNull: () => ({ sets: { nullable: false } }),
  array: (_step, { type }) => ({ sets: { type: type.endsWith("[]") ? type : `${type}[]` } }),
  autoincrement: () => ({ sets: { identity: "by default" } }),
  default: ({ args }, { type }, _table, reading) => {
    const [given] = args ?? [];
    return { sets: { default: given ? defaultValue(given, type, reading) : unknownInSchema } };
  },
  defaultNow: (_step, _column, _table, { dialect }) => ({ sets: { default: nowIn[dialect] } }),
  defaultRandom: () => ({ sets: { default: "gen_random_uuid()" } }),
  generatedAlwaysAs: ({ args }, _column, table, reading) => {
    const [given] = args ?? [];
    return { sets: { generated: given ? generatedText(given, table, reading) : unknownInSchema } };
  },
  generatedAlwaysAsIdentity: () => ({ sets: { identity: "always", nullable: false } }),
  generatedByDefaultAsIdentity: () => ({ sets: { identity: "by default", nullable: false } }),
  primaryKey: ({ args }, column, _table, { analysis }) => {
    const isCounted = optionsOf(args?.[0], analysis)?.flag("autoIncrement") === true;
    const { name, definedAt } = column;
    return {
      sets: { nullable: false, ...(isCounted ? { identity: "by default" } : {}) },
      constraint: { kind: "primary key", name: null, columns: [name], definedAt },
    };
  },
  unique: ({ args }, column, _table, { analysis }) => {
    const [name] = args ?? [];
    return { constraint: unique(column, name ? textOf(name, analysis) : null) };
  },
  references,
};

/** What Drizzle writes for `defaultNow()`. */
const nowIn = {
  postgresql: "now()",
  mysql: "(now())",
  sqlite: "(cast((julianday('now') - 2440587.5)*86400000 as integer))",
} as const;

function sayingOf(
  step: Step,
  column: ColumnDefinition,
  table: TableCall,
  reading: DrizzleReading,
): Saying {
  const read = Object.hasOwn(readers, step.name) ? readers[step.name] : undefined;
  if (read) return read(step, column, table, reading);
  return { unread: `what \`.${step.name}()\` says of ${column.name} isn't known` };
}

function unique({ name: column, definedAt }: ColumnDefinition, name: string | null): Constraint {
  return { kind: "unique", name, columns: [column], definedAt };
}

function generatedText(place: Place, table: TableCall, reading: DrizzleReading): string {
  const origin = originOf(place, reading.analysis);
  const nameOf = (part: Place) => columnUse(part, table, reading)?.column ?? null;
  const given = returnedBy(origin) ?? origin;
  const literal = literalOf(given, reading.analysis);
  const text = literal?.is === "text" ? literal.text : sqlText(given, nameOf, reading);
  return text ?? unknownInSchema;
}

/** `.references(() => users.id, { onDelete: "cascade" })` */
function references(
  { args, place }: Step,
  { name: column, definedAt }: ColumnDefinition,
  table: TableCall,
  reading: DrizzleReading,
): Saying {
  const [fn, actions] = args ?? [];
  const target = fn && returnedBy(originOf(fn, reading.analysis));
  const use = target ? columnUse(target, table, reading) : null;
  const found = use && referenceTo([use], table, target ?? place);
  if (!found) return { unread: `what ${column} refers to isn't known` };
  const options = optionsOf(actions, reading.analysis);
  return {
    constraint: {
      kind: "foreign key",
      name: null,
      columns: [column],
      references: found,
      onDelete: referentialAction(options?.text("onDelete")),
      onUpdate: referentialAction(options?.text("onUpdate")),
      definedAt,
    },
  };
}
