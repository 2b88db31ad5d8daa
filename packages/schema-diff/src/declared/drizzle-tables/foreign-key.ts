import type { Place } from "@domain-isolation/source-facts";
import type { Constraint, PlacedName } from "../../changes/change.js";
import { placeOf } from "../../readers/source-code/names.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { referentialAction } from "../../readers/source-code/referential-action.js";
import type { Step } from "../../readers/source-code/chain.js";
import type { DrizzleCall } from "./drizzle-call.js";
import type { TableCall } from "./table-call.js";
import { columnUse, type ColumnUse, type DrizzleReading } from "./table-reading.js";

/** The table and the columns to which a key points; null where its name isn't known. */
export function referenceTo(
  uses: readonly ColumnUse[],
  own: TableCall,
  at: Place,
): (PlacedName & { readonly columns: readonly string[] }) | null {
  const [first] = uses;
  const name = first && (first.table ?? own).name;
  if (!name) return null;
  return { ...name, span: placeOf(at).span, columns: uses.map(({ column }) => column) };
}

/** `foreignKey({ columns: [t.a], foreignColumns: [others.b], name })` */
export function foreignKey(
  call: DrizzleCall,
  own: TableCall,
  reading: DrizzleReading,
): Constraint | null {
  const { analysis } = reading;
  const options = optionsOf(call.args[0], analysis);
  const columns = usesOf(options?.place("columns"), own, reading);
  const targets = usesOf(options?.place("foreignColumns"), own, reading);
  const references = targets && referenceTo(targets, own, call.place);
  if (!columns || !references) return null;
  return {
    kind: "foreign key",
    name: options?.text("name") ?? null,
    columns: columns.map(({ column }) => column),
    references,
    onDelete: actionOf(call.rest, "onDelete", reading),
    onUpdate: actionOf(call.rest, "onUpdate", reading),
    definedAt: placeOf(call.place),
  };
}

function actionOf(steps: readonly Step[], method: string, { analysis }: DrizzleReading) {
  const given = steps.find(({ name }) => name === method)?.args?.[0];
  return referentialAction(given ? analysis.constant(given) : null);
}

/** The columns of a list; null where one of them isn't known. */
export function usesOf(
  place: Place | undefined,
  own: TableCall,
  reading: DrizzleReading,
): readonly ColumnUse[] | null {
  const elements = place && reading.analysis.elements(place);
  const uses = elements?.map((each) => columnUse(each, own, reading));
  return uses?.every((use) => use !== null) ? uses : null;
}
