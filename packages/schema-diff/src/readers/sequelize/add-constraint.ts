import type { Change, Constraint, PlacedName } from "../../changes/change.js";
import { placeOf } from "../source-code/names.js";
import { optionsOf, type Options } from "../source-code/options.js";
import { referentialAction } from "../source-code/referential-action.js";
import { referencedTable } from "./attribute.js";
import { common, type InterfaceCall } from "./interface-calls.js";
import { textsOf } from "../source-code/literals.js";

const suffixes = { unique: "uk", "primary key": "pk", "foreign key": "fk" } as const;

/** `addConstraint(table, { type, fields, name, references })`; before 6 the fields stood between. */
export function addConstraint(call: InterfaceCall, table: PlacedName): readonly Change[] | null {
  const { args, run } = call;
  const before = textsOf(args[1], run.analysis);
  const options = optionsOf(before ? args[2] : args[1], run.analysis);
  const columns = before ?? options?.texts("fields");
  if (!options || !columns) return null;
  const constraint = constraintOf(options, columns, table, call);
  return constraint && [{ ...common(call, table), kind: "add constraint", constraint }];
}

function constraintOf(
  options: Options,
  columns: readonly string[],
  table: PlacedName,
  { run, step }: InterfaceCall,
): Constraint | null {
  const kind = options.text("type")?.toLowerCase();
  if (!isKind(kind)) return null;
  const usual = `${table.name}_${columns.join("_")}_${suffixes[kind]}`;
  const name = options.text("name") ?? usual;
  const definedAt = placeOf(step.place);
  if (kind !== "foreign key") return { kind, name, columns, definedAt };
  const place = options.place("references");
  const references = place && referencedTable(place, run.analysis);
  if (!references) return null;
  const onDelete = referentialAction(options.text("onDelete"));
  const onUpdate = referentialAction(options.text("onUpdate"));
  return { kind, name, columns, references, onDelete, onUpdate, definedAt };
}

function isKind(kind: string | undefined): kind is keyof typeof suffixes {
  return kind !== undefined && Object.hasOwn(suffixes, kind);
}
