import { at, childrenOf, type Place } from "@domain-isolation/source-facts";
import type { Change, Constraint, IndexDefinition, PlacedName } from "../../changes/change.js";
import { nameOfIndex, plainIndex } from "../source-code/definitions.js";
import { textOf } from "../source-code/literals.js";
import { nameSpan, placeOf, splitName } from "../source-code/names.js";
import { optionsOf, type Options } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";
import { referentialAction } from "../source-code/referential-action.js";
import type { Run } from "../source-code/run.js";
import { checkName, defaultName } from "./default-names.js";

/** The options in `new TableIndex({ … })`, or in the object itself. */
export function madeOf(place: Place | undefined, run: Run): Options | null {
  if (!place) return null;
  const origin = originOf(place, run.analysis);
  const [argument] =
    origin.node.type === "NewExpression" ? childrenOf(origin.node, "arguments") : [];
  return optionsOf(argument ? at(origin, argument) : origin, run.analysis);
}

export function foreignKey(
  place: Place,
  options: Options,
  table: PlacedName,
  run: Run,
): Constraint | null {
  const columns = options.texts("columnNames");
  const target = options.place("referencedTableName");
  const name = target ? textOf(target, run.analysis) : null;
  if (!columns || !target || name === null) return null;
  const schema = options.text("referencedSchema");
  const referenced = splitName({ schema, name, span: nameSpan(target, run.analysis) });
  return {
    kind: "foreign key",
    name: options.text("name") ?? defaultName("FK_", table.name, columns),
    columns,
    references: { ...referenced, columns: options.texts("referencedColumnNames") ?? [] },
    onDelete: referentialAction(options.text("onDelete")),
    onUpdate: referentialAction(options.text("onUpdate")),
    definedAt: placeOf(place),
  };
}

export function indexOf(place: Place, options: Options, table: PlacedName): IndexDefinition | null {
  const columns = options.texts("columnNames");
  if (!columns) return null;
  const where = options.text("where");
  const name = options.text("name") ?? defaultName("IDX_", table.name, columns, where);
  return {
    ...plainIndex(nameOfIndex(table, name), columns, placeOf(place)),
    unique: options.flag("isUnique") === true,
    where: where === "" ? null : where,
    method: options.flag("isSpatial") === true ? "gist" : null,
  };
}

export function uniqueOf(place: Place, options: Options, table: PlacedName): Constraint | null {
  const columns = options.texts("columnNames");
  if (!columns) return null;
  const name = options.text("name") ?? defaultName("UQ_", table.name, columns);
  return { kind: "unique", name, columns, definedAt: placeOf(place) };
}

export function checkOf(place: Place, options: Options, table: PlacedName): Constraint | null {
  const expression = options.text("expression");
  if (expression === null) return null;
  const name = options.text("name") ?? checkName(table.name, expression);
  return { kind: "check", name, expression, definedAt: placeOf(place) };
}

export function primaryKey(
  place: Place,
  columns: readonly string[],
  table: PlacedName,
  { dialect }: Run,
  given: string | null = null,
): Constraint {
  const usual = dialect === "mysql" ? null : defaultName("PK_", table.name, columns);
  return { kind: "primary key", name: given ?? usual, columns, definedAt: placeOf(place) };
}

export function createIndex(index: IndexDefinition, table: PlacedName): Change {
  return { kind: "create index", at: index.definedAt, table, index, ifNotExists: false };
}
