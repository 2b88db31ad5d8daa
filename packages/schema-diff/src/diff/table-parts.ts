import type { ForeignKey, Index, Key, Table } from "@domain-isolation/model";
import type { Change, Constraint } from "../changes/change.js";
import { pairsOf } from "./pairs.js";
import { placedName, targetOf } from "./placed-name.js";
import { withoutPlaces } from "./without-places.js";

/** A constraint or an index of a table, and how it is made and dropped. */
export interface TablePart {
  readonly kind: Constraint["kind"] | "index";
  /** All that it says, and what it says apart from its name. */
  readonly words: string;
  readonly content: string;
  readonly create: Change;
  readonly drop: Change;
}

export function partsOf(table: Table): readonly TablePart[] {
  const { primaryKey, uniques, checks, foreignKeys, indexes } = table;
  const keys: readonly Constraint[] = [
    ...(primaryKey ? [{ ...primaryKey, kind: "primary key" } as const] : []),
    ...uniques.map((key: Key) => ({ ...key, kind: "unique" }) as const),
    ...checks,
  ];
  return [
    ...keys.map((constraint) => constraintPart(table, constraint)),
    ...indexes.map((index) => indexPart(table, index)),
    ...foreignKeys.map((key) => constraintPart(table, foreignKeyOf(key))),
  ];
}

function foreignKeyOf(key: ForeignKey): Constraint {
  const { references } = key;
  const name = placedName(references, key);
  return { ...key, kind: "foreign key", references: { ...name, columns: references.columns } };
}

function constraintPart(table: Table, constraint: Constraint): TablePart {
  const { kind, name } = constraint;
  const target = targetOf(table, constraint);
  const dropped = kind === "exclude" ? "check" : kind;
  const how = { constraint: dropped, ifExists: false, cascade: false } as const;
  return {
    kind,
    words: withoutPlaces(constraint),
    content: withoutPlaces({ ...constraint, name: null }),
    create: { kind: "add constraint", ...target, constraint },
    drop: { kind: "drop constraint", ...target, name, ...how },
  };
}

function indexPart(table: Table, index: Index): TablePart {
  const { definedAt: at } = index;
  const name = placedName({ schema: table.schema, name: index.name }, index);
  const owner = placedName(table, index);
  return {
    kind: "index",
    words: withoutPlaces(index),
    content: withoutPlaces({ ...index, name: null }),
    create: {
      kind: "create index",
      at,
      table: owner,
      index: { ...index, name },
      ifNotExists: false,
    },
    drop: { kind: "drop index", at, name, table: owner, ifExists: false, cascade: false },
  };
}

/** How the parts of a table differ; what a partition has of its parent changes with it. */
export function partChanges(
  before: Table,
  after: Table,
  parents: { readonly before: Table; readonly after: Table } | null,
): { readonly gone: readonly TablePart[]; readonly come: readonly TablePart[] } {
  const { gone, come } = pairsOf(partsOf(before), partsOf(after), ({ words }) => words);
  if (!parents) return { gone, come };
  const above = partChanges(parents.before, parents.after, null);
  const isOf = (parts: readonly TablePart[]) => (part: TablePart) =>
    !parts.some(({ content }) => content === part.content);
  return { gone: gone.filter(isOf(above.gone)), come: come.filter(isOf(above.come)) };
}
