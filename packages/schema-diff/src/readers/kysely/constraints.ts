import type { Constraint } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { textOf, textsOf } from "../source-code/literals.js";
import { dottedName, placeOf } from "../source-code/names.js";
import type { Run } from "../source-code/run.js";
import { actionOf, sqlOf, stepsOf } from "./column.js";

/** `addUniqueConstraint(name, columns)` and its kin; null where it is known only when it runs. */
export function tableConstraint(step: Step, run: Run): Constraint | null {
  const [first, second] = step.args ?? [];
  const name = first ? textOf(first, run.analysis) : null;
  const definedAt = placeOf(step.place);
  if (name === null) return null;
  if (step.name === "addCheckConstraint") {
    const expression = sqlOf(second, run);
    return expression === null ? null : { kind: "check", name, expression, definedAt };
  }
  const columns = textsOf(second, run.analysis);
  if (!columns) return null;
  if (step.name === "addForeignKeyConstraint") return foreignKey(step, name, columns, run);
  const kind = step.name === "addUniqueConstraint" ? "unique" : "primary key";
  return { kind, name, columns, definedAt };
}

function foreignKey(
  step: Step,
  name: string,
  columns: readonly string[],
  run: Run,
): Constraint | null {
  const [, , target, others, callback] = step.args ?? [];
  const table = dottedName(target, run.analysis);
  const named = textsOf(others, run.analysis);
  const said = callback ? stepsOf(callback, run) : [];
  if (!table || !named || !said) return null;
  return {
    kind: "foreign key",
    name,
    columns,
    references: { ...table, columns: named },
    onDelete: actionOf(said, "onDelete", run),
    onUpdate: actionOf(said, "onUpdate", run),
    definedAt: placeOf(step.place),
  };
}

export function isConstraint(name: string): boolean {
  return /^add(?:Unique|PrimaryKey|ForeignKey|Check)Constraint$/u.test(name);
}
