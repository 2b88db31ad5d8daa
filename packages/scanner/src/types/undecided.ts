import type { Span } from "@domain-isolation/model";

/** A place at which only a type would tell what is asked of a database. */
export interface Undecided {
  readonly file: string;
  readonly span: Span;
  /** Why the type is not known: a clause. */
  readonly reason: string;
}

/** Keeps each place once. */
export interface UndecidedPlaces {
  add(file: string, span: Span, reason: string): void;
  /** By file and place. */
  sorted(): readonly Undecided[];
}

export function createUndecided(): UndecidedPlaces {
  const known = new Map<string, Undecided>();
  return {
    add: (file, span, reason) => {
      known.set(`${file}:${String(span.start)}:${String(span.end)}`, { file, span, reason });
    },
    sorted: () => [...known.values()].sort(compare),
  };
}

function compare(a: Undecided, b: Undecided): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
