import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import { textOf, type CallTerm, type Value } from "../python/value.js";
import { columnType } from "./column-type.js";
import { columnForeignKey, computedText, tableConstraint } from "./constraints.js";
import { serverDefaultOf } from "./server-default.js";
import { argumentOf, calledName, isSet, sqlalchemyName } from "./sqlalchemy-name.js";
import type { CompiledType } from "./types/compiled-type.js";
import { compileType } from "./types/compile-type.js";

/** A `sa.Column` as it is written, before it is known which of a table's columns are its key. */
export interface WrittenColumn {
  readonly term: CallTerm;
  readonly definition: ColumnDefinition;
  readonly type: CompiledType;
  /** Foreign keys and checks that are written in it. */
  readonly constraints: readonly Constraint[];
  readonly isPrimaryKey: boolean;
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
  /** `autoincrement`, where it is given. */
  readonly autoincrement: boolean | null;
  /** What of it can't be read: clauses. */
  readonly unread: readonly string[];
}

export function isColumn(value: Value): value is CallTerm {
  return ["Column", "mapped_column", "column"].includes(calledName(value) ?? "");
}

/** Reads `sa.Column("name", Type, …)`. Null where its name isn't known. */
export function readColumn(term: CallTerm, dialect: Dialect): WrittenColumn | null {
  const name = textOf(argumentOf(term, "name", 0));
  if (name === null) return null;
  const items = [...term.args.slice(1)];
  const typeValue = argumentOf(term, "type_") ?? items.find((each) => !isItem(each)) ?? null;
  const type = compileType(typeValue, dialect);
  const given = serverDefaultOf(argumentOf(term, "server_default"), dialect);
  const isPrimaryKey = isSet(term, "primary_key");
  const options = itemsNamed(term, items);
  const identity = identityOf(options.identity, dialect);
  const generated = options.computed && computedText(options.computed, dialect);
  const nullable = nullableOf(term, isPrimaryKey, identity !== null);
  const definition: ColumnDefinition = {
    name,
    type: columnType(type, dialect),
    nullable,
    default: given.text,
    identity,
    generated,
    comment: textOf(argumentOf(term, "comment")),
    serial: false,
    definedAt: term.at,
  };
  return {
    term,
    definition,
    type,
    constraints: inlineConstraints(items, name, dialect),
    isPrimaryKey,
    isUnique: isSet(term, "unique"),
    isIndexed: isSet(term, "index"),
    autoincrement: autoincrementOf(term),
    unread: unreadOf(name, typeValue, type, given.isKnown, options.hasForeignKey),
  };
}

const columnItems = new Set([
  "ForeignKey",
  "CheckConstraint",
  "Identity",
  "Computed",
  "Sequence",
  "FetchedValue",
  "DefaultClause",
]);

function isItem(value: Value): boolean {
  return columnItems.has(calledName(value) ?? "");
}

function itemsNamed(term: CallTerm, items: readonly Value[]) {
  const find = (name: string): CallTerm | null => {
    const found = items.find((each) => calledName(each) === name);
    return found?.kind === "call" ? found : null;
  };
  const given = argumentOf(term, "server_default");
  const isIdentity = given?.kind === "call" && calledName(given) === "Identity";
  return {
    identity: isIdentity ? given : find("Identity"),
    computed: find("Computed"),
    hasForeignKey: find("ForeignKey") !== null,
  };
}

function identityOf(term: CallTerm | null, dialect: Dialect): ColumnDefinition["identity"] {
  if (!term || dialect !== "postgresql") return null;
  return isSet(term, "always") ? "always" : "by default";
}

/** Of a key and of numbers that are given out nothing is missing, unless it says so. */
function nullableOf(term: CallTerm, isPrimaryKey: boolean, isIdentity: boolean): boolean {
  const given = argumentOf(term, "nullable");
  if (given?.kind === "boolean") return given.value;
  return !isPrimaryKey && !isIdentity;
}

function autoincrementOf(term: CallTerm): boolean | null {
  const given = argumentOf(term, "autoincrement");
  return given?.kind === "boolean" ? given.value : null;
}

function inlineConstraints(
  items: readonly Value[],
  column: string,
  dialect: Dialect,
): readonly Constraint[] {
  return items.flatMap((item) => {
    if (item.kind !== "call") return [];
    const constraint =
      calledName(item) === "ForeignKey"
        ? columnForeignKey(item, column)
        : tableConstraint(item, dialect);
    return constraint ? [constraint] : [];
  });
}

function unreadOf(
  name: string,
  typeValue: Value | null,
  type: CompiledType,
  isDefaultKnown: boolean,
  hasForeignKey: boolean,
): readonly string[] {
  const unread: string[] = [];
  if (!typeValue && hasForeignKey) unread.push(`the type of \`${name}\` is that of another column`);
  else if (type.text === null) unread.push(`the type of \`${name}\`, ${type.name}, isn't known`);
  if (!isDefaultKnown) unread.push(`what \`${name}\` is by default isn't known`);
  return unread;
}

/** Whether a value looks like a part of a table: a column, a constraint, an index. */
export function isTableItem(value: Value): boolean {
  return value.kind === "call" && sqlalchemyName(value.callee) !== null;
}

/** The constraint that holds an enum to its values, where it is asked for. */
export function enumCheck(
  { definition, type, term }: WrittenColumn,
  at: SourcePlace,
): Constraint | null {
  if (!type.check) return null;
  const name = term.args.map((each) =>
    each.kind === "call" ? textOf(argumentOf(each, "name")) : null,
  );
  const values = type.check.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  const expression = `${definition.name} IN (${values})`;
  return {
    kind: "check",
    name: name.find((each) => each !== null) ?? null,
    expression,
    definedAt: at,
  };
}
