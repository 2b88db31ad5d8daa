import {
  typeormColumnName,
  typeormJoinColumnName,
  typeormTarget,
  type Decorator,
  type Entity,
  type Place,
} from "@domain-isolation/source-facts";
import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import { plainColumn } from "../../readers/source-code/definitions.js";
import { placeOf } from "../../readers/source-code/names.js";
import { optionsOf, type Options } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { referentialAction } from "../../readers/source-code/referential-action.js";
import type { EntityColumn } from "./entity-column.js";
import type { EntityMember } from "./entity-members.js";
import { tableOf, type TypeormReading, type UnreadPart } from "./typeorm-reading.js";

/** What a relation puts into the table of its entity. */
export interface EntityRelation {
  readonly path: string;
  /** The columns of its key. */
  readonly columns: readonly string[];
  /** Those of them that no property has. */
  readonly added: readonly ColumnDefinition[];
  readonly constraints: readonly Constraint[];
}

/** The relation of a property, where this side has the key: https://typeorm.io/docs/relations/relations */
export function entityRelation(
  member: EntityMember,
  own: readonly EntityColumn[],
  reading: TypeormReading,
): EntityRelation | UnreadPart | null {
  const decorator = member.decorators.find(({ name }) => /^(?:ManyToOne|OneToOne)$/u.test(name));
  const joins = member.decorators.filter(({ name }) => name === "JoinColumn");
  if (!decorator || (decorator.name === "OneToOne" && joins.length === 0)) return null;
  const [first] = decorator.args;
  const target = first && typeormTarget(first, reading.analysis);
  if (!target) return { unread: `what ${member.path} refers to isn't known` };
  const referenced = joinedColumns(joins, reading.columnsOf(target), reading);
  const names = referenced?.map((each) => nameOf(member, each, reading));
  if (!referenced || !names?.every((each) => each !== null))
    return { unread: `which columns ${member.path} has isn't known` };
  return relationOf(member, { decorator, target, referenced, names }, own, reading);
}

interface Joined {
  readonly column: EntityColumn;
  readonly given: string | null;
}

interface Known {
  readonly decorator: Decorator;
  readonly target: Entity;
  readonly referenced: readonly Joined[];
  readonly names: readonly string[];
}

/** The columns that the key leads to: those that are named, or the primary key. */
function joinedColumns(
  joins: readonly Decorator[],
  columns: readonly EntityColumn[],
  { analysis }: TypeormReading,
): readonly Joined[] | null {
  const options = joins.flatMap(({ args: [written] }) => joinOptions(written, analysis));
  const isNamed = options.some((each) => each?.place("referencedColumnName"));
  const found = isNamed
    ? options.map((each) =>
        columns.find(({ property }) => property === each?.text("referencedColumnName")),
      )
    : columns.filter(({ isPrimary }) => isPrimary);
  if (found.length === 0 || options.some((each) => each === null)) return null;
  const joined = found.flatMap((column) =>
    column ? [{ column, given: givenName(column, options) }] : [],
  );
  return joined.length === found.length ? joined : null;
}

/** Of one object, of several in a list, or of none; null for one that can't be read. */
function joinOptions(
  written: Place | undefined,
  analysis: TypeormReading["analysis"],
): readonly (Options | null)[] {
  if (!written) return [];
  const elements = analysis.elements(originOf(written, analysis)) ?? [written];
  return elements.map((each) => {
    const options = optionsOf(each, analysis);
    const isLost = options?.place("name") && options.text("name") === null;
    return isLost || options?.opaque ? null : options;
  });
}

function givenName(
  { property }: EntityColumn,
  options: readonly (Options | null)[],
): string | null {
  const own = options.find((each) => {
    const referenced = each?.text("referencedColumnName") ?? null;
    return (referenced === null || referenced === property) && each?.text("name");
  });
  return own?.text("name") ?? null;
}

function nameOf(
  { property, prefixes }: EntityMember,
  { column, given }: Joined,
  { analysis }: TypeormReading,
): string | null {
  const name = given ?? typeormJoinColumnName(property, column.property, analysis);
  return name === null ? null : typeormColumnName(property, name, prefixes, analysis);
}

function relationOf(
  { path, place }: EntityMember,
  { decorator, target, referenced, names }: Known,
  own: readonly EntityColumn[],
  reading: TypeormReading,
): EntityRelation {
  const at = placeOf(place);
  const options = relationOptions(decorator, reading);
  const nullable = options?.flag("nullable") !== false && options?.flag("primary") !== true;
  const isOwn = (name: string) => own.some(({ definition }) => definition.name === name);
  const types = referenced.map(({ column }) => column.definition);
  const columns = names.map((name, index): ColumnDefinition => {
    return { ...plainColumn(name, types[index]?.type ?? "", at), nullable };
  });
  const foreignKey: Constraint = {
    kind: "foreign key",
    name: null,
    columns: names,
    references: {
      ...tableOf(target, reading.dialect),
      columns: types.map(({ name }) => name),
      span: at.span,
    },
    onDelete: referentialAction(options?.text("onDelete")),
    onUpdate: referentialAction(options?.text("onUpdate")),
    definedAt: at,
  };
  const unique: Constraint = { kind: "unique", name: null, columns: names, definedAt: at };
  return {
    path,
    columns: names,
    added: columns.filter(({ name }) => !isOwn(name)),
    constraints: [
      ...(options?.flag("createForeignKeyConstraints") === false ? [] : [foreignKey]),
      ...(decorator.name === "OneToOne" ? [unique] : []),
    ],
  };
}

/** Behind the entity, and behind the property of the other side, where there is one. */
export function relationOptions(
  { args }: Decorator,
  { analysis }: Pick<TypeormReading, "analysis">,
): Options | null {
  return (
    args
      .slice(1)
      .map((each) => optionsOf(each, analysis))
      .find((each) => each !== null) ?? null
  );
}
