import type { Schema, UserType } from "@domain-isolation/model";
import type { Change } from "../changes/change.js";
import { pairsOf } from "./pairs.js";
import { dropOf, keyOfName, placedName } from "./placed-name.js";

export interface TypeSteps {
  readonly create: readonly Change[];
  readonly drop: readonly Change[];
}

/** The changes of types: values that come are added, one that lost any is made anew. */
export function typeSteps(before: Schema, after: Schema): TypeSteps {
  const { gone, come, kept } = pairsOf(
    before.types,
    after.types,
    (type) => `${type.kind}\0${keyOfName(type)}`,
  );
  const replaced = kept.filter(([old, type]) => !isWithin(old.values, type.values));
  const added = kept.filter(([old, type]) => isWithin(old.values, type.values));
  return {
    create: [
      ...come.map(created),
      ...added.flatMap(([old, type]) => addedValues(old, type)),
      ...replaced.flatMap(([old, type]) => replacement(old, type, after)),
    ],
    drop: gone.map((type) => ({ kind: "drop type", ...dropOf(type) })),
  };
}

function created(type: UserType): Change {
  const name = placedName(type, type);
  return { kind: "create type", at: type.definedAt, name, type: type.kind, values: type.values };
}

/** Whether values stand among others in the same order. */
function isWithin(values: readonly string[], others: readonly string[]): boolean {
  const left = others.filter((value) => values.includes(value));
  return left.join("\0") === values.join("\0");
}

function addedValues(before: UserType, after: UserType): readonly Change[] {
  const name = placedName(after, after);
  return after.values.flatMap((value, index): readonly Change[] => {
    if (before.values.includes(value)) return [];
    const [first] = before.values;
    const previous = after.values[index - 1];
    const beside = first === undefined ? null : { before: first };
    const position = previous === undefined ? beside : { after: previous };
    const base = { at: after.definedAt, name, value, ifNotExists: false, position };
    return [{ kind: "add enum value", ...base }];
  });
}

/** The old type steps aside until no column has it any more. */
function replacement(before: UserType, after: UserType, schema: Schema): readonly Change[] {
  const at = after.definedAt;
  const aside = { ...after, name: `${after.name}_before` };
  const rename = { object: "type", at, name: placedName(before, after), ifExists: false } as const;
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => isOf(type, after))
      .map(({ name: column, type }): Change => {
        const target = { at, table: placedName(table, after), ifTableExists: true };
        return { kind: "alter column", ...target, column, set: { type }, tolerant: true };
      }),
  );
  return [
    { kind: "rename", ...rename, to: aside.name },
    created(after),
    ...columns,
    { kind: "drop type", ...dropOf(aside) },
  ];
}

function isOf(type: string, { name }: UserType): boolean {
  const own = type.replace(/\[\]$/u, "");
  return [name, `"${name}"`].some((each) => own === each || own.endsWith(`.${each}`));
}
