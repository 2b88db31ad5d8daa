import type { ResolvedImport } from "@domain-isolation/model";
import type { Subject } from "./explanation.js";

/** `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`. */
export interface Pointer {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

export function readPointer(text: string): Pointer {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/su.exec(text) ?? [];
  if (path === undefined) return { path: text, line: null, column: null };
  return { path, line: Number(line), column: column === undefined ? null : Number(column) };
}

/** The imports that touch a line, and of these the ones at the column if there are any. */
export function importsAt(
  { project, file, locate }: Subject,
  line: number,
  column: number | null,
): readonly ResolvedImport[] {
  const { imports } = project.view(file);
  const places = imports.map((fact) => ({
    fact,
    parts: [fact.span, ...fact.names.map(({ span }) => span)].map(locate),
  }));
  const onLine = places.filter(({ parts }) => {
    const first = Math.min(...parts.map((part) => part.line));
    return first <= line && line <= Math.max(...parts.map((part) => part.endLine));
  });
  const exact = onLine.filter(({ parts }) =>
    parts.some((part) => column !== null && part.column <= column && column < part.endColumn),
  );
  return (exact.length > 0 ? exact : onLine).map(({ fact }) => fact);
}
