import {
  typeormJoinTableColumnName,
  typeormJunctionName,
  typeormTarget,
  type Decorator,
  type Entity,
} from "@domain-isolation/source-facts";
import type { Change, ColumnDefinition, Constraint, PlacedName } from "../../changes/change.js";
import { plainColumn, plainIndex, plainTable } from "../../readers/source-code/definitions.js";
import { placeOf } from "../../readers/source-code/names.js";
import { optionsOf, type Options } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { referentialAction } from "../../readers/source-code/referential-action.js";
import type { EntityColumn } from "./entity-column.js";
import type { EntityMember } from "./entity-members.js";
import { relationOptions } from "./entity-relation.js";
import { tableOf, type TypeormReading, type UnreadPart } from "./typeorm-reading.js";

interface Side {
  readonly entity: Entity;
  readonly columns: readonly ColumnDefinition[];
  /** In the table of the entity. */
  readonly referenced: readonly string[];
}

/** The table that `@JoinTable` makes: https://typeorm.io/docs/relations/many-to-many-relations */
export function junctionTable(
  member: EntityMember,
  own: Entity,
  reading: TypeormReading,
): readonly Change[] | UnreadPart {
  const join = member.decorators.find(({ name }) => name === "JoinTable");
  const relation = member.decorators.find(({ name }) => name === "ManyToMany");
  const [first] = relation?.args ?? [];
  if (!join || !relation || !first) return [];
  const target = typeormTarget(first, reading.analysis);
  const options = optionsOf(join.args[0], reading.analysis);
  if (!target || isLost(join, options))
    return { unread: `what the table of ${member.path} holds isn't known` };
  const left = sideOf(own, "own", joins("joinColumn", options, reading), member, reading);
  const inverse = joins("inverseJoinColumn", options, reading);
  const right = sideOf(target, "inverse", inverse, member, reading);
  if (!left || !right)
    return { unread: `which columns the table of ${member.path} has isn't known` };
  const table = nameOf(join, options, [left, right], member, reading);
  return changesOf(table, distinct(left, right), relation, member, reading);
}

function isLost({ args }: Decorator, options: Options | null): boolean {
  if (!options) return args.length > 0;
  return options.place("name") !== undefined && options.text("name") === null;
}

function nameOf(
  join: Decorator,
  options: Options | null,
  [{ entity: own }, { entity: target }]: readonly [Side, Side],
  { path }: EntityMember,
  { analysis, dialect }: TypeormReading,
): PlacedName {
  const given = options?.text("name") ?? null;
  const name = typeormJunctionName(own.table, target.table, path, given, analysis);
  const schema = options?.text("schema") ?? own.schema;
  return tableOf({ ...own, schema, table: name, span: placeOf(join.place).span }, dialect);
}

/** `joinColumn`, or several in `joinColumns`. */
function joins(key: string, options: Options | null, { analysis }: TypeormReading) {
  const one = options?.options(key);
  const list = options?.place(`${key}s`);
  const elements = (list && analysis.elements(originOf(list, analysis))) ?? [];
  return [...(one ? [one] : []), ...elements.flatMap((each) => optionsOf(each, analysis) ?? [])];
}

function sideOf(
  entity: Entity,
  side: "own" | "inverse",
  given: readonly Options[],
  { place }: EntityMember,
  { analysis, columnsOf }: TypeormReading,
): Side | null {
  const wanted = given.flatMap((each) => each.text("referencedColumnName") ?? []);
  const referenced = columnsOf(entity).filter(({ isPrimary, property }) =>
    wanted.length > 0 ? wanted.includes(property) : isPrimary,
  );
  const columns = referenced.flatMap(({ property, definition }): ColumnDefinition[] => {
    const own = given.find((each) => (each.text("referencedColumnName") ?? property) === property);
    const usual = () =>
      typeormJoinTableColumnName([entity.table, property, definition.name], side, analysis);
    const name = own?.text("name") ?? usual();
    return name === null
      ? []
      : [{ ...plainColumn(name, definition.type, placeOf(place)), nullable: false }];
  });
  const isKnown = referenced.length > 0 && columns.length === referenced.length;
  return isKnown ? { entity, columns, referenced: namesOf(referenced) } : null;
}

function namesOf(columns: readonly EntityColumn[]): readonly string[] {
  return columns.map(({ definition }) => definition.name);
}

/** Names that both sides have are numbered. */
function distinct(left: Side, right: Side): readonly [Side, Side] {
  const isShared = (name: string) =>
    [left, right].every(({ columns }) => columns.some((each) => each.name === name));
  const numbered = (side: Side, number: number): Side => {
    const columns = side.columns.map((each) =>
      isShared(each.name) ? { ...each, name: `${each.name}_${String(number)}` } : each,
    );
    return { ...side, columns };
  };
  return [numbered(left, 1), numbered(right, 2)];
}

function changesOf(
  table: PlacedName,
  sides: readonly [Side, Side],
  relation: Decorator,
  { place }: EntityMember,
  reading: TypeormReading,
): readonly Change[] {
  const at = placeOf(place);
  const options = relationOptions(relation, reading);
  const hasKeys = options?.flag("createForeignKeyConstraints") !== false;
  const keys = hasKeys
    ? sides.map((side, index) => foreignKey(side, index === 0 ? options : null, reading))
    : [];
  const columns = sides.flatMap((side) => side.columns);
  const isInline = reading.dialect === "sqlite";
  const primaryKey: Constraint = {
    kind: "primary key",
    name: null,
    columns: columns.map(({ name }) => name),
    definedAt: at,
  };
  return [
    {
      ...plainTable(table, { file: at.file, span: table.span }),
      columns,
      constraints: [primaryKey, ...(isInline ? keys : [])],
    },
    ...sides.map((side): Change => {
      const index = plainIndex(
        null,
        side.columns.map(({ name }) => name),
        at,
      );
      return { kind: "create index", at, table, index, ifNotExists: false };
    }),
    ...(isInline ? [] : keys).map((constraint): Change => {
      return { kind: "add constraint", at, table, ifTableExists: false, constraint };
    }),
  ];
}

function foreignKey(
  { entity, columns, referenced }: Side,
  options: Options | null,
  { dialect }: TypeormReading,
): Constraint {
  const [first] = columns;
  const target = tableOf(entity, dialect);
  return {
    kind: "foreign key",
    name: null,
    columns: columns.map(({ name }) => name),
    references: { ...target, columns: referenced },
    onDelete: referentialAction(options?.text("onDelete") ?? "cascade"),
    onUpdate: referentialAction(options?.text("onUpdate") ?? "cascade"),
    definedAt: first?.definedAt ?? { file: entity.file, span: entity.span },
  };
}
