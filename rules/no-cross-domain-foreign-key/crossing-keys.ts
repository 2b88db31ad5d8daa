import type {
  AddedForeignKey,
  DatabaseFacts,
  DomainMap,
  Ownership,
  TreeFacts,
} from "@domain-isolation/model";
import { otherOwner, ownerOf } from "../schema-words.js";

export interface CrossingKey extends AddedForeignKey {
  readonly from: string;
  readonly to: string;
  readonly because: Ownership;
  /** A later migration has taken it away. */
  readonly isDropped: boolean;
}

/** The foreign keys between domains that migrations leave; with `history`, also those that went. */
export function crossingKeys(
  { trees }: DatabaseFacts,
  map: DomainMap,
  history: boolean,
): readonly CrossingKey[] {
  return trees.flatMap((tree) => {
    const left = keysIn(tree);
    const places = new Set(left.map(placeOf));
    const dropped = tree.addedForeignKeys.filter((key) => !places.has(placeOf(key)));
    return [
      ...left.flatMap((key) => crossing(key, tree.domain, map, false)),
      ...(history ? dropped.flatMap((key) => crossing(key, tree.domain, map, true)) : []),
    ];
  });
}

function keysIn({ schema }: TreeFacts): readonly AddedForeignKey[] {
  return schema.tables.flatMap((table) =>
    table.foreignKeys.map(({ columns, references, definedAt: at }) => {
      return { table: { schema: table.schema, name: table.name }, columns, references, at };
    }),
  );
}

function placeOf({ at: { file, span } }: AddedForeignKey): string {
  return `${file}:${String(span.start)}`;
}

function crossing(
  key: AddedForeignKey,
  domain: string,
  map: DomainMap,
  isDropped: boolean,
): readonly CrossingKey[] {
  const own = ownerOf(key.table, domain, map);
  const from = own.kind === "owned" ? own.domain : domain;
  const target = otherOwner(key.references, from, map);
  if (own.kind === "shared" || !target || map.mayTouch(from, target.domain, "relations")) return [];
  return [{ ...key, from, to: target.domain, because: target.because, isDropped }];
}
