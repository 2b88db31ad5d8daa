import type { SourcePlace } from "@domain-isolation/model";
import type { PythonFile } from "../python/parse-python.js";
import type { Scope } from "../python/scope.js";
import { itemsOf, textOf, type Value } from "../python/value.js";

/** What a revision says of itself at the top of its file. */
export interface RevisionHeader {
  readonly id: string;
  readonly parents: readonly string[];
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  /** Where its id is written. */
  readonly at: SourcePlace;
  /** Where its parents are. */
  readonly parentsAt: SourcePlace;
}

/** Null for a file that is no revision. */
export function readHeader(file: PythonFile, { names }: Scope): RevisionHeader | null {
  const id = textOf(names.get("revision")) ?? idOfName(file.file);
  if (id === null) return null;
  const at = placeOfName("revision", file);
  return {
    id,
    parents: textsOf(names.get("down_revision")),
    dependsOn: textsOf(names.get("depends_on")),
    labels: textsOf(names.get("branch_labels")),
    at,
    parentsAt: placeOfName("down_revision", file),
  };
}

/** Alembic's earliest revisions were called as their files. */
function idOfName(file: string): string | null {
  return /(?:^|\/)([a-f0-9]+)\.py$/u.exec(file)?.[1] ?? null;
}

function textsOf(value: Value | undefined): readonly string[] {
  if (!value) return [];
  const items = itemsOf(value) ?? [value];
  return items.flatMap((item) => textOf(item) ?? []);
}

/** Where a name is given its value, at the top of a file. */
export function placeOfName(name: string, file: PythonFile): SourcePlace {
  for (const node of file.body) {
    const isAssignment = node.nodeType === "Assign" || node.nodeType === "AnnAssign";
    const targets =
      node.nodeType === "Assign"
        ? node.targets
        : node.nodeType === "AnnAssign"
          ? [node.target]
          : [];
    const isMeant = targets.some((each) => each.nodeType === "Name" && each.id === name);
    if (isAssignment && isMeant && node.value) return file.placeOf(node.value);
  }
  return { file: file.file, span: { start: 0, end: 0 } };
}
