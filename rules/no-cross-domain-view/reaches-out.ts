import type {
  DatabaseFacts,
  DomainMap,
  NamedObject,
  ObjectName,
  Ownership,
  SourcePlace,
  TreeFacts,
} from "@domain-isolation/model";
import { nameInWords, otherOwner, ownerOf } from "../schema-words.js";

/** Something other than a table that reaches to a table of another domain. */
export interface Reach {
  readonly how: "reads" | "writes" | "inherits" | "numbers";
  /** "the view `overview`" */
  readonly object: string;
  readonly target: ObjectName;
  readonly at: SourcePlace;
  readonly from: string;
  readonly to: string;
  readonly because: Ownership;
}

interface Candidate extends Pick<Reach, "how" | "object" | "target" | "at"> {
  /** The table at which it hangs, where its owner is that table's. */
  readonly of: ObjectName | null;
}

export function reachesOut({ trees }: DatabaseFacts, map: DomainMap): readonly Reach[] {
  return trees.flatMap((tree) =>
    candidatesIn(tree).flatMap(({ of, ...candidate }) => {
      const owner = of && ownerOf(of, tree.domain, map);
      const from = owner?.kind === "owned" ? owner.domain : tree.domain;
      const target = otherOwner(candidate.target, from, map);
      if (!target || mayReach(candidate, from, target.domain, map)) return [];
      return [{ ...candidate, from, to: target.domain, because: target.because }];
    }),
  );
}

function mayReach(
  { how }: Candidate | Omit<Candidate, "of">,
  from: string,
  to: string,
  map: DomainMap,
) {
  return (how === "reads" || how === "writes") && map.mayTouch(from, to, how);
}

function candidatesIn({ schema }: TreeFacts): readonly Candidate[] {
  const { tables, views, routines, triggers, sequences } = schema;
  return [
    ...views.flatMap((view) =>
      naming(
        "reads",
        words(view.kind === "view" ? "view" : "materialized view", view),
        view.reads,
        view,
      ),
    ),
    ...routines.flatMap((routine) => body(words(routine.kind, routine), routine, null)),
    ...triggers.flatMap((trigger) =>
      body(`the trigger \`${trigger.name}\``, trigger, trigger.table),
    ),
    ...tables.flatMap((table) =>
      table.inherits.map((target): Candidate => {
        return {
          how: "inherits",
          object: words("table", table),
          target,
          at: table.definedAt,
          of: table,
        };
      }),
    ),
    ...sequences.flatMap((sequence): readonly Candidate[] => {
      const { ownedBy: target, definedAt: at } = sequence;
      if (!target || isOwnSerial(sequence, target)) return [];
      return [{ how: "numbers", object: words("sequence", sequence), target, at, of: sequence }];
    }),
  ];
}

/** The sequence of a serial column goes where its table goes. */
function isOwnSerial({ name }: ObjectName, { name: table }: ObjectName): boolean {
  return name.startsWith(table.slice(0, 20));
}

function body(
  object: string,
  {
    reads,
    writes,
  }: { readonly reads: readonly NamedObject[]; readonly writes: readonly NamedObject[] },
  of: ObjectName | null,
): readonly Candidate[] {
  return [...naming("writes", object, writes, of), ...naming("reads", object, reads, of)];
}

function naming(
  how: Reach["how"],
  object: string,
  targets: readonly NamedObject[],
  of: ObjectName | null,
): readonly Candidate[] {
  return targets.map((target) => ({ how, object, target, at: target.namedAt, of }));
}

function words(kind: string, name: ObjectName): string {
  return `the ${kind} \`${nameInWords(name)}\``;
}
