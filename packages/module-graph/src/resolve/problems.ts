import type { OpaqueFact, Span } from "@domain-isolation/model";
import type { Disk } from "./disk.js";
import type { Memory } from "./memory.js";

export type Problem = OpaqueFact & { readonly file: string };

/** Collects what could not be read of the configuration that resolution rests on. */
export interface Problems {
  add(path: string, form: "tsconfig" | "package.json", span: Span, reason: string): void;
  /** Each once, by file and place; those outside the root are not ours to tell. */
  sorted(): readonly Problem[];
}

export function createProblems(disk: Disk, memory: Memory): Problems {
  const known = new Map<string, { readonly problem: Problem; readonly holds: () => boolean }>();
  return {
    add: (path, form, span, reason) => {
      if (!path.startsWith(`${disk.root}/`)) return;
      const file = path.slice(disk.root.length + 1);
      const problem = { kind: "opaque", form, span, reason, file } as const;
      const key = `${file}\0${String(span.start)}\0${reason}`;
      known.set(key, { problem, holds: memory.validity() });
    },
    sorted: () =>
      [...known.values()].flatMap(({ problem, holds }) => (holds() ? problem : [])).sort(compare),
  };
}

function compare(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || (a.reason < b.reason ? -1 : 1);
}
