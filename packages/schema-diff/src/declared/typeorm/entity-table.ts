import {
  typeormColumnName,
  typeormDecorators,
  type Decorator,
  type Entity,
} from "@domain-isolation/source-facts";
import type { Change, ColumnDefinition, Constraint, PlacedName } from "../../changes/change.js";
import { plainColumn, plainIndex, plainTable } from "../../readers/source-code/definitions.js";
import { placeOf } from "../../readers/source-code/names.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { writtenType } from "../../readers/source-code/written-type.js";
import { entityColumn, type EntityColumn } from "./entity-column.js";
import { entityMembers, type EntityMember } from "./entity-members.js";
import { entityRelation, type EntityRelation } from "./entity-relation.js";
import { junctionTable } from "./junction-table.js";
import { classPart, memberParts, type ColumnsByPath, type TablePart } from "./table-decorators.js";
import { isRead, tableOf, type TypeormReading } from "./typeorm-reading.js";

/** An entity and those that share its table: https://typeorm.io/docs/entity/entity-inheritance */
export interface SharedTable {
  readonly entity: Entity;
  readonly children: readonly Entity[];
}

/** What of a table was read, of one entity after the other. */
interface TableContents {
  readonly columns: readonly EntityColumn[];
  readonly relations: readonly EntityRelation[];
  readonly parts: readonly TablePart[];
  readonly others: readonly Change[];
  readonly unread: readonly string[];
}

/** The changes that make the table of an entity, and those between it and others. */
export function entityTable(shared: SharedTable, reading: TypeormReading): readonly Change[] {
  const { entity, children } = shared;
  const table = tableOf(entity, reading.dialect);
  const decorators = entity.place ? typeormDecorators(entity.place, reading.analysis) : [];
  const all = [
    contentsOf(entity, table, false, reading),
    ...children.map((child) => contentsOf(child, table, true, reading)),
  ];
  const own = all.flatMap(({ columns }) => columns);
  const kinds = discriminator(entity, decorators, reading);
  const columns = distinct([
    ...own.map(({ definition }) => definition),
    ...all.flatMap(({ relations }) => relations.flatMap(({ added }) => added)),
    ...kinds,
  ]);
  const tree = decorators.some(({ name }) => name === "Tree")
    ? ["the columns of its tree aren't read"]
    : [];
  const parts = [...kinds.map(kindIndex), ...all.flatMap((each) => each.parts)];
  const constraints = constraintsOf(own, all, parts);
  return [
    ...own.flatMap(({ enumType }) => enumType ?? []),
    ...madeTable(table, entity, columns, constraints, reading),
    ...parts.flatMap((part): Change[] =>
      "index" in part
        ? [
            {
              kind: "create index",
              at: part.index.definedAt,
              table,
              index: part.index,
              ifNotExists: false,
            },
          ]
        : [],
    ),
    ...all.flatMap(({ others }) => others),
    ...[...tree, ...all.flatMap(({ unread }) => unread)].map((reason): Change => {
      const at = { file: entity.file, span: entity.span };
      return { kind: "opaque", at, reason, reads: [], writes: [table] };
    }),
  ];
}

function contentsOf(
  entity: Entity,
  table: PlacedName,
  isChild: boolean,
  reading: TypeormReading,
): TableContents {
  if (!entity.place) return { columns: [], relations: [], parts: [], others: [], unread: [] };
  const { members, decorators, unread } = entityMembers(entity.place, reading.analysis);
  const read = members.flatMap((member) => entityColumn(member, table, reading) ?? []);
  const columns = read.filter(isRead).map((each) => (isChild ? optional(each) : each));
  const relations = members.flatMap((member) => entityRelation(member, columns, reading) ?? []);
  const between = members.map((member) => junctionTable(member, entity, reading));
  const known = relations.filter(isRead);
  const parts = partsOf(members, decorators, columnsByPath(columns, known), reading);
  return {
    columns,
    relations: known,
    parts,
    others: between.flatMap((each) => ("unread" in each ? [] : each)),
    unread: [
      ...unread,
      ...[...read, ...relations, ...between, ...parts].flatMap((each) =>
        "unread" in each ? [each.unread] : [],
      ),
    ],
  };
}

/** Rows of the other kinds have no value in it. */
function optional(column: EntityColumn): EntityColumn {
  const { definition, isPrimary } = column;
  return { ...column, definition: { ...definition, nullable: !isPrimary } };
}

function columnsByPath(
  columns: readonly EntityColumn[],
  relations: readonly EntityRelation[],
): ColumnsByPath {
  return new Map([
    ...columns.map(({ path, definition }) => [path, [definition.name]] as const),
    ...relations.map((relation) => [relation.path, relation.columns] as const),
  ]);
}

function partsOf(
  members: readonly EntityMember[],
  decorators: readonly Decorator[],
  columns: ColumnsByPath,
  reading: TypeormReading,
): readonly TablePart[] {
  return [
    ...decorators.flatMap((decorator) => classPart(decorator, columns, reading)),
    ...members.flatMap((member) => memberParts(member, columns, reading)),
  ];
}

function constraintsOf(
  columns: readonly EntityColumn[],
  all: readonly TableContents[],
  parts: readonly TablePart[],
): readonly Constraint[] {
  const keys = distinct(
    columns.filter(({ isPrimary }) => isPrimary).map(({ definition }) => definition),
  );
  const [first] = keys;
  const names = keys.map(({ name }) => name);
  const unique = columns.filter(({ isUnique }) => isUnique);
  return [
    ...(first
      ? [{ kind: "primary key", name: null, columns: names, definedAt: first.definedAt } as const]
      : []),
    ...unique.map(({ definition: { name, definedAt } }): Constraint => {
      return { kind: "unique", name: null, columns: [name], definedAt };
    }),
    ...parts.flatMap((part) => ("constraint" in part ? [part.constraint] : [])),
    ...all.flatMap(({ relations }) => relations.flatMap(({ constraints }) => constraints)),
  ];
}

/** Tables first, so that a key finds the one to which it points; SQLite adds none later. */
function madeTable(
  name: PlacedName,
  { file, span }: Entity,
  columns: readonly ColumnDefinition[],
  constraints: readonly Constraint[],
  { dialect }: TypeormReading,
): readonly Change[] {
  const isLater = ({ kind }: Constraint) => kind === "foreign key" && dialect !== "sqlite";
  const own = constraints.filter((each) => !isLater(each));
  return [
    { ...plainTable(name, { file, span }), columns, constraints: own },
    ...constraints.filter(isLater).map((constraint): Change => {
      const at = constraint.definedAt;
      return { kind: "add constraint", at, table: name, ifTableExists: false, constraint };
    }),
  ];
}

/** The column that tells which kind a row is of. */
function discriminator(
  entity: Entity,
  decorators: readonly Decorator[],
  { analysis, dialect }: TypeormReading,
): readonly ColumnDefinition[] {
  const inheritance = decorators.find(({ name }) => name === "TableInheritance");
  if (!inheritance || !entity.place) return [];
  const [written] = inheritance.args;
  const column = optionsOf(written, analysis)?.place("column");
  const options = optionsOf(column, analysis);
  const name = options?.text("name") ?? typeormColumnName("type", null, [], analysis) ?? "type";
  const type = options?.text("type") ?? "varchar";
  const usual = dialect === "mysql" && type === "varchar" ? "varchar(255)" : type;
  const definition = plainColumn(name, writtenType(usual, dialect), placeOf(inheritance.place));
  return [{ ...definition, nullable: options?.flag("nullable") === true }];
}

function kindIndex({ name, definedAt }: ColumnDefinition): TablePart {
  return { index: plainIndex(null, [name], definedAt) };
}

function distinct(columns: readonly ColumnDefinition[]): readonly ColumnDefinition[] {
  return columns.filter(
    ({ name }, index) => columns.findIndex((each) => each.name === name) === index,
  );
}
