import type { Revision } from "../../trees/order-revisions.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { RevisionFile } from "./read-revision.js";
import type { RevisionHeader } from "./revision-header.js";
import * as problems from "./tree-problems.js";

/** A revision whose id nobody else has. */
export interface LinkedRevision extends Revision {
  readonly header: RevisionHeader;
  readonly file: RevisionFile;
}

export interface LinkedRevisions {
  readonly revisions: readonly LinkedRevision[];
  /** Those that no other one names as its parent. */
  readonly heads: readonly LinkedRevision[];
  readonly problems: readonly TreeProblem[];
}

export function linkRevisions(files: readonly RevisionFile[]): LinkedRevisions {
  const found: TreeProblem[] = [];
  const byId = new Map<string, LinkedRevision>();
  for (const file of files) {
    const { header } = file;
    if (!header) continue;
    const first = byId.get(header.id);
    if (first) found.push(problems.duplicate(header, first.file.file.file));
    const id = first ? `${header.id} in ${file.file.file}` : header.id;
    byId.set(id, { ...header, id, header, file });
  }
  const labels = new Map(
    [...byId].flatMap(([id, { header }]) => header.labels.map((label) => [label, id] as const)),
  );
  const revisions = [...byId.values()].map((revision) => {
    const dependsOn = revision.dependsOn.map((each) => labels.get(each) ?? each);
    for (const parent of new Set([...revision.parents, ...dependsOn])) {
      if (!byId.has(parent)) found.push(problems.missingParent(revision.header, parent));
    }
    return { ...revision, dependsOn };
  });
  const heads = headsOf(revisions);
  const isOpen = heads.length > 1 && !heads.every((head) => isLabelled(head, byId));
  if (isOpen) found.push(...problems.severalHeads(heads.map(({ header }) => header)));
  return { revisions, heads, problems: found };
}

function headsOf(revisions: readonly LinkedRevision[]): readonly LinkedRevision[] {
  const followed = new Set(revisions.flatMap(({ parents }) => parents));
  return revisions.filter(({ id, header }) => !followed.has(id) && !followed.has(header.id));
}

/** Branches that have a name are meant to stay apart. */
function isLabelled(head: LinkedRevision, byId: ReadonlyMap<string, LinkedRevision>): boolean {
  const line = new Set([head.id]);
  for (const id of line) {
    const revision = byId.get(id);
    if (revision && revision.header.labels.length > 0) return true;
    for (const parent of revision?.parents ?? []) line.add(parent);
  }
  return false;
}
