import type { Change } from "../../changes/change.js";
import { itemsOf, textOf, type CallTerm, type MemberTerm, type Value } from "../python/value.js";
import type { Effects } from "./call-effects.js";
import { placedName } from "./placed-name.js";
import { argumentOf, calledName } from "./sqlalchemy-name.js";
import { createSequence } from "./statement.js";
import { tableOf, tablesIn } from "./table-of.js";
import { createEnum, tableChanges, tableDefinition } from "./table-definition.js";
import { compileType } from "./types/compile-type.js";
import { opaque } from "./world.js";

/** `sa.Enum(…).create(bind)`, `table.create(bind)`, `metadata.create_all(bind)`: null for anything else. */
export function definitionEffect(
  callee: MemberTerm,
  term: CallTerm,
  effects: Effects,
): readonly Change[] | null {
  const isDrop = callee.name === "drop";
  if (callee.name === "create" || isDrop) {
    return (
      enumEffect(callee.of, term, isDrop, effects) ??
      sequenceEffect(callee.of, term, isDrop) ??
      tableEffect(callee.of, term, isDrop, effects)
    );
  }
  const isAll = callee.name === "create_all" || callee.name === "drop_all";
  return isAll ? metadataEffect(callee, term, effects) : null;
}

/** Where it may be there already, what is known of the database tells. */
function enumEffect(
  of: Value,
  term: CallTerm,
  isDrop: boolean,
  { world, existing }: Effects,
): readonly Change[] | null {
  const name = calledName(of);
  if (name !== "Enum" && name !== "postgresql.ENUM" && name !== "ENUM") return null;
  const type = compileType(of, world.dialect).enum;
  if (!type) return world.dialect === "postgresql" ? [opaque(term.at, "the enum isn't known")] : [];
  const isChecked = isTrue(argumentOf(term, "checkfirst", 1), name === "postgresql.ENUM");
  if (!isDrop) return isChecked && existing.hasType(type.name) ? [] : [createEnum(type, term.at)];
  const placed = { schema: type.schema, name: type.name, span: term.at.span };
  return [{ kind: "drop type", at: term.at, name: placed, ifExists: isChecked, cascade: false }];
}

function isTrue(value: Value | null, otherwise: boolean): boolean {
  return value?.kind === "boolean" ? value.value : otherwise;
}

function sequenceEffect(of: Value, { at }: CallTerm, isDrop: boolean): readonly Change[] | null {
  if (of.kind !== "call" || calledName(of) !== "Sequence") return null;
  const name = placedName(argumentOf(of, "name", 0), argumentOf(of, "schema"), at);
  if (!name) return [opaque(at, "the name of the sequence isn't known")];
  if (!isDrop) return [createSequence(name, at, false)];
  return [{ kind: "drop sequence", at, name, ifExists: false, cascade: false }];
}

/** `Table("t", metadata, …).create(bind)`, `Model.__table__.create(bind)`. */
function tableEffect(
  of: Value,
  term: CallTerm,
  isDrop: boolean,
  effects: Effects,
): readonly Change[] | null {
  const { at } = term;
  const name = tableOf(of, at);
  if (!name) return null;
  const ifExists = isTrue(argumentOf(term, "checkfirst", 1), false);
  if (isDrop) return [{ kind: "drop table", at, name, ifExists, cascade: false }];
  const items = itemsOfTable(of);
  if (!items) return [opaque(at, "the columns of the table aren't known", { writes: [name] })];
  const definition = tableDefinition(items, name, at, effects.world.dialect);
  const changes = tableChanges(
    {
      kind: "create table",
      at,
      name,
      ifNotExists: ifExists,
      temporary: false,
      tableKind: "table",
      columns: definition.columns,
      constraints: definition.constraints,
      indexes: [],
      like: [],
      inherits: [],
      partitionOf: null,
      as: null,
      comment: of.kind === "call" ? textOf(argumentOf(of, "comment")) : null,
    },
    definition,
  );
  return [...changes, ...definition.unread.map((reason) => opaque(at, reason, { writes: [name] }))];
}

/** The columns and constraints of `Table(…)`, or of the attributes of a model. */
function itemsOfTable(of: Value): readonly Value[] | null {
  if (of.kind === "call") return of.args.slice(1);
  if (of.kind !== "member" || of.name !== "__table__" || of.of.kind !== "class") return null;
  const { names } = of.of.members;
  const extra = itemsOf(names.get("__table_args__") ?? null) ?? [];
  return [...[...names].flatMap(([name, value]) => namedColumn(name, value)), ...extra].filter(
    ({ kind }) => kind === "call",
  );
}

/** A column of a model that has no name of its own is called as its attribute. */
function namedColumn(name: string, value: Value): readonly Value[] {
  const isColumn = ["Column", "mapped_column"].includes(calledName(value) ?? "");
  if (!isColumn || value.kind !== "call") return [];
  const isNamed = value.args[0]?.kind === "text" || value.named.has("name");
  if (isNamed) return [value];
  const named: Value = { kind: "text", parts: [{ text: name, origin: null }] };
  return [{ ...value, args: [named, ...value.args] }];
}

function metadataEffect(
  callee: MemberTerm,
  term: CallTerm,
  effects: Effects,
): readonly Change[] | null {
  const tables = itemsOf(argumentOf(term, "tables"));
  const isDrop = callee.name === "drop_all";
  const reason = `what tables \`${callee.name}\` makes or drops stands elsewhere`;
  if (!tables) return [opaque(term.at, reason)];
  return tables.flatMap(
    (table) =>
      tableEffect(table, term, isDrop, effects) ?? [
        opaque(term.at, reason, { writes: tablesIn(table, term.at) }),
      ],
  );
}
