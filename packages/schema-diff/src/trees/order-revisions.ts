/** A revision and those that must have run before: its parents, then what else it depends on. */
export interface Revision {
  readonly id: string;
  readonly parents: readonly string[];
  readonly dependsOn: readonly string[];
}

/**
 * The order in which Alembic runs revisions that know their parents. From the heads it goes down one
 * branch after the other, and leaves a branch for one that needs what comes next; the way up is the
 * way down turned round. Parents that aren't there are passed over; a circle is cut at the revision
 * that closes it.
 */
export function orderRevisions(revisions: readonly Revision[]): RevisionOrder {
  const known = new Set(revisions.map(({ id }) => id));
  const parentsOf = new Map(revisions.map((revision) => [revision.id, linksOf(revision, known)]));
  const circles = cutCircles(parentsOf);
  const heads = headsOf(parentsOf);
  return { ids: descend(heads, parentsOf).toReversed(), circles };
}

export interface RevisionOrder {
  readonly ids: readonly string[];
  /** The revisions of each circle, the one that closes it last. */
  readonly circles: readonly (readonly string[])[];
}

type Parents = Map<string, readonly string[]>;

function linksOf(revision: Revision, known: ReadonlySet<string>): readonly string[] {
  const links = new Set([...revision.parents, ...revision.dependsOn]);
  return [...links].filter((id) => known.has(id));
}

/** Takes away links that lead back to where they came from. */
function cutCircles(parentsOf: Parents): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of parentsOf.keys()) {
    const path = new Set<string>();
    const steps = [{ id: start, isLeaving: false }];
    for (let step = steps.pop(); step; step = steps.pop()) {
      if (step.isLeaving) {
        path.delete(step.id);
        done.add(step.id);
      } else if (!done.has(step.id) && !path.has(step.id)) {
        const { id } = step;
        path.add(id);
        steps.push({ id, isLeaving: true });
        const kept = (parentsOf.get(id) ?? []).filter((parent) => {
          if (!path.has(parent)) return true;
          const way = [...path];
          circles.push(way.slice(way.indexOf(parent)));
          return false;
        });
        parentsOf.set(id, kept);
        for (const parent of kept.toReversed()) steps.push({ id: parent, isLeaving: false });
      }
    }
  }
  return circles;
}

function headsOf(parentsOf: Parents): readonly string[] {
  const followed = new Set([...parentsOf.values()].flat());
  return [...parentsOf.keys()].filter((id) => !followed.has(id));
}

function descend(heads: readonly string[], parentsOf: Parents): readonly string[] {
  const order: string[] = [];
  const left = new Set(parentsOf.keys());
  const branches = heads.map((id) => ({ id, line: ancestorsOf(id, parentsOf) }));
  for (let current = 0; branches.length > 0;) {
    const branch = branches[current];
    if (!branch) break;
    const { id } = branch;
    const needing = branches.findIndex((each, index) => index !== current && each.line.has(id));
    if (needing >= 0) {
      current = needing;
      continue;
    }
    if (left.delete(id)) order.push(id);
    const open = new Set(branches.map((each) => each.id));
    const parents = parentsOf.get(id) ?? [];
    const [first, ...others] = parents.filter((parent) => left.has(parent) && !open.has(parent));
    if (first === undefined) {
      branches.splice(current, 1);
      current = Math.max(current - 1, 0);
    } else {
      branches[current] = { id: first, line: lineOf(first, branch, parents, parentsOf) };
      for (const other of others) branches.push({ id: other, line: ancestorsOf(other, parentsOf) });
    }
  }
  return order;
}

/** Down a straight line, what is left of it is all but where it was. */
function lineOf(
  first: string,
  branch: { readonly id: string; readonly line: Set<string> },
  parents: readonly string[],
  parentsOf: Parents,
): Set<string> {
  if (parents.length > 1) return ancestorsOf(first, parentsOf);
  branch.line.delete(branch.id);
  return branch.line;
}

function ancestorsOf(id: string, parentsOf: Parents): Set<string> {
  const found = new Set([id]);
  for (const each of found) for (const parent of parentsOf.get(each) ?? []) found.add(parent);
  return found;
}
