import type { SourcePlace } from "@domain-isolation/model";
import type { RevisionOrder } from "../../trees/order-revisions.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { PythonFile } from "../python/parse-python.js";
import type { RevisionHeader } from "./revision-header.js";

export function brokenFile({ file, error }: PythonFile): readonly TreeProblem[] {
  if (!error) return [];
  const message = `${file} can't be parsed (${error.reason}); only what stands outside the broken statements is read: mend it`;
  return [{ kind: "unreadable file", at: { file, span: error.span }, message }];
}

export function noRevision({ file }: PythonFile): TreeProblem {
  const message = `${file} lies among the revisions and has no \`revision\`, so Alembic refuses to start: give it one, or move it away`;
  return { kind: "unreadable file", at: start(file), message };
}

export function unreadable(file: string): TreeProblem {
  return {
    kind: "unreadable file",
    at: start(file),
    message: `${file} can't be read: see whether it is there and is text`,
  };
}

export function nothingMatched(folder: string): TreeProblem {
  const message = `no revision of Alembic lies in ${folder}: name the folder that holds them, or that of alembic.ini or env.py`;
  return { kind: "nothing matched", at: start(folder), message };
}

function start(file: string): SourcePlace {
  return { file, span: { start: 0, end: 0 } };
}

export function duplicate({ id, at }: RevisionHeader, first: string): TreeProblem {
  const message = `the revision ${id} is in ${first} already: Alembic runs only one of the two, so give this one an id of its own`;
  return { kind: "duplicate version", at, message };
}

export function missingParent({ id, parentsAt }: RevisionHeader, parent: string): TreeProblem {
  const message = `the revision ${id} comes after ${parent}, which isn't there: bring it back, or name another one`;
  return { kind: "missing parent", at: parentsAt, message };
}

export function circleProblems(
  { circles }: RevisionOrder,
  headers: ReadonlyMap<string, RevisionHeader>,
): readonly TreeProblem[] {
  return circles.flatMap((circle) => {
    const last = headers.get(circle.at(-1) ?? "");
    const way = [...circle, circle[0] ?? ""].join(" → ");
    const message = `the revisions come after each other in a circle (${way}), so Alembic can run none of them: let one of them come first`;
    return last ? [{ kind: "cycle", at: last.parentsAt, message }] : [];
  });
}

export function severalHeads(heads: readonly RevisionHeader[]): readonly TreeProblem[] {
  const names = heads.map(({ id }) => id).join(", ");
  return heads.map(({ id, at }) => {
    const message = `the tree has several heads (${names}), and ${id} is one of them: \`alembic upgrade head\` refuses, so merge them with \`alembic merge heads\``;
    return { kind: "several heads", at, message };
  });
}
