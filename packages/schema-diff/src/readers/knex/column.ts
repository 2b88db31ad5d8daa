import type {
  AddColumn,
  AlterColumn,
  Change,
  ColumnDefinition,
  Constraint,
} from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { plainColumn, quoted } from "../source-code/definitions.js";
import { booleanOf, textOf, textsOf } from "../source-code/literals.js";
import { nameSpan, placeOf } from "../source-code/names.js";
import { optionsOf } from "../source-code/options.js";
import { opaque } from "../source-code/run.js";
import { writtenDefault, writtenType } from "../source-code/written-type.js";
import { columnType } from "./column-types.js";
import { defaultValue } from "./default-value.js";
import { foreignKey, indexOf, primaryKey, uniqueKey, unread, type Modifiers } from "./keys.js";
import { changeOf, type TableCall } from "./table.js";

/** `table.string("name").notNullable().unique()`: the column, and what its modifiers add. */
export function columnChanges(call: TableCall, modifiers: readonly Step[]): readonly Change[] {
  const { step, args, run } = call;
  const [first] = args;
  const name = first ? textOf(first, run.analysis) : isCounter(step) ? "id" : null;
  const type = columnType(step.name, args, run.dialect, run.analysis);
  if (name === null) return [unread(call, "the name of a column is known only when it runs")];
  if (type === null) return [unread(call, "the type of a column is known only when it runs")];
  const modified = modifiersOf(modifiers);
  const column = definitionOf(call, name, type, modified);
  if (column === null) return [unread(call, "the default of a column is known only when it runs")];
  const constraints = inlineConstraints(call, column, modified);
  const added: AddColumn = {
    ...changeOf(call),
    kind: "add column",
    ifNotExists: false,
    column,
    constraints: modified.has("alter") ? [] : constraints,
    position: positionOf(modified, call),
  };
  const own = modified.has("alter") ? altered(call, column, modified) : added;
  const strange = modifiers.filter(({ name: each }) => !knownModifiers.has(each));
  return [
    ...enumType(call, name),
    own,
    ...keysOf(call, name, modified),
    ...strange.map((each) => opaque(each.place, `\`${each.name}\` of a column is not known`)),
  ];
}

const knownModifiers = new Set([
  ...["notNullable", "notNull", "nullable", "defaultTo", "comment", "primary", "unique", "index"],
  ...["references", "inTable", "on", "onDelete", "onUpdate", "withKeyName", "alter", "unsigned"],
  ...["first", "after", "collate", "charset", "deferrable", "queryContext", "checkPositive"],
  ...["checkNegative", "checkIn", "checkNotIn", "checkBetween", "checkLength", "checkRegex"],
  ...["zerofill", "binary", "foreign"],
]);

function modifiersOf(steps: readonly Step[]): Modifiers {
  return new Map(steps.map((step) => [step.name, step]));
}

/** Null where its default is known only when it runs. */
function definitionOf(
  call: TableCall,
  name: string,
  type: string,
  modified: Modifiers,
): ColumnDefinition | null {
  const { step, run } = call;
  const made = defaultOf(call, type, modified);
  if (made === undefined) return null;
  const isCounted = isCounter(step);
  return {
    ...plainColumn(name, fullType(call, type, modified), placeOf(step.place)),
    nullable: !isRequired(modified, run.analysis) && !isCounted,
    default: made,
    identity: isCounted && run.dialect !== "postgresql" ? "by default" : null,
    serial: isCounted && run.dialect === "postgresql",
    comment: commentOf(modified, run),
  };
}

function isCounter({ name }: Step): boolean {
  return /increments$/iu.test(name);
}

function fullType(call: TableCall, type: string, modified: Modifiers): string {
  const { dialect } = call.run;
  const isUnsigned = modified.has("unsigned") && dialect === "mysql" && !type.includes("unsigned");
  return nativeEnum(call) ?? writtenType(isUnsigned ? `${type} unsigned` : type, dialect);
}

function defaultOf(
  { step, run }: TableCall,
  type: string,
  modified: Modifiers,
): string | null | undefined {
  const [given] = modified.get("defaultTo")?.args ?? [];
  if (!given) return null;
  const kind = step.name.startsWith("bool") ? "boolean" : type;
  const made = defaultValue(given, kind, run.dialect, run.analysis);
  if (made === undefined || made === null) return made;
  return made === "null" ? null : writtenDefault(made, run.dialect);
}

function commentOf(modified: Modifiers, { analysis, dialect }: TableCall["run"]): string | null {
  const [comment] = modified.get("comment")?.args ?? [];
  return comment && dialect !== "sqlite" ? textOf(comment, analysis) : null;
}

function isRequired(modified: Modifiers, analysis: TableCall["run"]["analysis"]): boolean {
  if (modified.has("notNullable") || modified.has("notNull")) return true;
  const nullable = modified.get("nullable");
  return nullable !== undefined && booleanOf(nullable.args?.[0], analysis) === false;
}

function positionOf(modified: Modifiers, { run }: TableCall): AddColumn["position"] {
  if (run.dialect !== "mysql") return null;
  if (modified.has("first")) return "first";
  const after = modified.get("after")?.args?.[0];
  const column = after && textOf(after, run.analysis);
  return column ? { after: column } : null;
}

/** `.alter()` gives type, nullability and default anew, unless it is told not to. */
function altered(call: TableCall, column: ColumnDefinition, modified: Modifiers): AlterColumn {
  const options = optionsOf(modified.get("alter")?.args?.[0], call.run.analysis);
  const nullable = options?.flag("alterNullable") === false ? {} : { nullable: column.nullable };
  const type = options?.flag("alterType") === false ? {} : { type: column.type };
  const comment = column.comment === null ? {} : { comment: column.comment };
  const set = { ...type, ...nullable, ...comment, default: column.default };
  return { ...changeOf(call), kind: "alter column", column: column.name, set };
}

/** The key of `increments`, and the checks that are written beside a column. */
function inlineConstraints(
  { step, args, run }: TableCall,
  { name, definedAt }: ColumnDefinition,
  modified: Modifiers,
): readonly Constraint[] {
  const found: Constraint[] = [];
  const options = optionsOf(args[1], run.analysis);
  if (isCounter(step) && options?.flag("primaryKey") !== false)
    found.push({ kind: "primary key", name: null, columns: [name], definedAt });
  const expression = checkOf(step, args, name, modified, run);
  if (expression !== null) found.push({ kind: "check", name: null, expression, definedAt });
  return found;
}

function checkOf(
  step: Step,
  args: readonly Place[],
  name: string,
  modified: Modifiers,
  run: TableCall["run"],
): string | null {
  const column = run.dialect === "postgresql" ? `"${name}"` : `\`${name}\``;
  const values = enumCheck(step, args, run);
  if (values) return `${column} in (${values.map(quoted).join(", ")})`;
  if (modified.has("checkPositive")) return `${column} > 0`;
  if (modified.has("checkNegative")) return `${column} < 0`;
  return listCheck(column, modified, run);
}

function enumCheck(step: Step, args: readonly Place[], run: TableCall["run"]) {
  const isEnum = /^enum?$/u.test(step.name) && run.dialect !== "mysql";
  return isEnum && !isNative(args, run) ? textsOf(args[1], run.analysis) : null;
}

function listCheck(column: string, modified: Modifiers, { analysis }: TableCall["run"]) {
  const not = modified.has("checkNotIn") ? "not " : "";
  const [list] = (modified.get("checkIn") ?? modified.get("checkNotIn"))?.args ?? [];
  const texts = textsOf(list, analysis);
  return texts && `${column} ${not}in (${texts.map(quoted).join(",")})`;
}

type Place = TableCall["args"][number];

function isNative(args: readonly Place[], { analysis, dialect }: TableCall["run"]): boolean {
  const options = optionsOf(args[2], analysis);
  return dialect === "postgresql" && options?.flag("useNative") === true;
}

function nativeEnum({ step, args, run }: TableCall): string | null {
  if (!/^enum?$/u.test(step.name) || !isNative(args, run)) return null;
  const options = optionsOf(args[2], run.analysis);
  const name = options?.text("enumName") ?? null;
  const schema = options?.text("schemaName") ?? null;
  if (name === null) return null;
  return writtenType(schema === null ? `"${name}"` : `"${schema}"."${name}"`, run.dialect);
}

/** `CREATE TYPE … AS ENUM` goes before the table, unless the type is there. */
function enumType({ step, args, run }: TableCall, column: string): readonly Change[] {
  const options =
    /^enum?$/u.test(step.name) && isNative(args, run) ? optionsOf(args[2], run.analysis) : null;
  const values = textsOf(args[1], run.analysis);
  if (!options || options.flag("existingType") === true) return [];
  const at = placeOf(step.place);
  const written = options.place("enumName");
  if (!values || !written)
    return [opaque(step.place, `the enum of ${column} is known only when it runs`)];
  const name = {
    schema: options.text("schemaName"),
    name: options.text("enumName") ?? "",
    span: nameSpan(written, run.analysis),
  };
  return [{ kind: "create type", at, name, type: "enum", values }];
}

/** What modifiers make beside the column: keys, foreign keys, indexes. */
function keysOf(call: TableCall, column: string, modified: Modifiers): readonly Change[] {
  const columns = [column];
  const primary = modified.get("primary");
  const unique = modified.get("unique");
  const index = modified.get("index");
  return [
    ...(primary ? [primaryKey({ ...call, step: primary }, columns, primary.args?.[0])] : []),
    ...(unique ? uniqueKey({ ...call, step: unique }, columns, unique.args?.[0]) : []),
    ...(index ? [indexOf({ ...call, step: index }, columns, index.args ?? [])] : []),
    ...(modified.has("references") ? foreignKey(call, columns, modified, null) : []),
  ];
}
