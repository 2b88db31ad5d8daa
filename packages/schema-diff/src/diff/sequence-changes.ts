import type { Schema, Sequence } from "@domain-isolation/model";
import type { Change, OwnerColumn } from "../changes/change.js";
import { pairsOf } from "./pairs.js";
import { dropOf, keyOfName, placedName } from "./placed-name.js";

export interface SequenceSteps {
  readonly create: readonly Change[];
  /** Once the tables are there. */
  readonly own: readonly Change[];
  readonly drop: readonly Change[];
}

/** The changes of sequences; those of identities come and go with their columns. */
export function sequenceSteps(before: Schema, after: Schema): SequenceSteps {
  const own = after.sequences.filter((each) => !isIdentity(each, after));
  const { gone, come, kept } = pairsOf(before.sequences, own, keyOfName);
  const changed = kept.filter(([old, now]) => ownerKey(old) !== ownerKey(now));
  const owned = come.filter(({ ownedBy }) => ownedBy !== null);
  return {
    create: come.map((each) => {
      const { definedAt: at } = each;
      const name = placedName(each, each);
      return { kind: "create sequence", at, name, ifNotExists: false, ownedBy: null };
    }),
    own: [...owned, ...changed.map(([, now]) => now)].map((each) => {
      const { definedAt: at } = each;
      return { kind: "alter sequence", at, name: placedName(each, each), ownedBy: ownerOf(each) };
    }),
    drop: gone
      .filter((each) => !isIdentity(each, before) && !goesAlong(each, after))
      .map((each) => ({ kind: "drop sequence", ...dropOf(each) })),
  };
}

function ownerKey({ ownedBy }: Sequence): string {
  return ownedBy ? `${keyOfName(ownedBy)}\0${ownedBy.column}` : "";
}

function ownerOf(sequence: Sequence): OwnerColumn | null {
  const { ownedBy } = sequence;
  return ownedBy && { table: placedName(ownedBy, sequence), column: ownedBy.column };
}

function columnOf({ ownedBy }: Sequence, { tables }: Schema) {
  if (!ownedBy) return undefined;
  const table = tables.find((each) => keyOfName(each) === keyOfName(ownedBy));
  return table?.columns.find(({ name }) => name === ownedBy.column);
}

function isIdentity(sequence: Sequence, schema: Schema): boolean {
  return (columnOf(sequence, schema)?.identity ?? null) !== null;
}

/** Whether the column that owns it goes, and takes it along. */
function goesAlong(sequence: Sequence, after: Schema): boolean {
  return sequence.ownedBy !== null && columnOf(sequence, after) === undefined;
}

/** The sequence of an identity, so that it keeps its name. */
export function sequenceOfIdentity(
  table: { readonly schema: string | null; readonly name: string },
  column: string,
  { sequences }: Schema,
): Sequence | undefined {
  return sequences.find(
    ({ ownedBy }) => ownedBy?.column === column && keyOfName(ownedBy) === keyOfName(table),
  );
}
