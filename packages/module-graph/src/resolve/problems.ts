import type { OpaqueFact, Span } from "@domain-isolation/model";
import type { Disk } from "./disk.js";

export type Problem = OpaqueFact & { readonly file: string };

/** Collects what could not be read of the configuration that resolution rests on. */
export interface Problems {
  add(path: string, form: "tsconfig" | "package.json", span: Span, reason: string): void;
  /** Each once, by file and place; those outside the root are not ours to tell. */
  sorted(): readonly Problem[];
}

export function createProblems(disk: Disk): Problems {
  const known = new Map<string, Problem>();
  return {
    add: (path, form, span, reason) => {
      if (!path.startsWith(`${disk.root}/`)) return;
      const file = path.slice(disk.root.length + 1);
      known.set(`${file}\0${String(span.start)}\0${reason}`, {
        kind: "opaque",
        form,
        span,
        reason,
        file,
      });
    },
    sorted: () => [...known.values()].sort(compare),
  };
}

function compare(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || (a.reason < b.reason ? -1 : 1);
}
