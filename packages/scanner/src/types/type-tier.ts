import type { Span } from "@domain-isolation/model";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import type { Witness } from "@domain-isolation/module-graph/looks";
import { createTypeSource, type TypeName, type TypeSource } from "@domain-isolation/source-facts";
import { createTypePrograms, type TypePrograms, type TypeSurroundings } from "./type-programs.js";
import { createTypesAtHand } from "./types-at-hand.js";
import { createUndecided, type Undecided, type UndecidedPlaces } from "./undecided.js";

/** `auto`: where they can be read and something stays open without them. `on`: the same, and wanted. */
export type TypeMode = "auto" | "on" | "off";

/** What types add to the facts of a project. */
export interface TypeTier {
  /**
   * Does a job with the facts. If something stayed open that types may tell, it is done again with
   * their help: so a program is made once, for all files that need it, and for none where none does.
   */
  settle<Result>(job: () => Result): Result;
  /** What stayed open in the last job. */
  undecided(): readonly Undecided[];
  /** Why types can be read of none of these files: a clause. Null where they can of some. */
  obstacle(files: readonly string[]): string | null;
}

type Graph = Pick<ModuleGraph, "root" | "tsconfig" | "useTypes">;

export function createTypeTier(
  graph: Graph,
  mode: TypeMode,
  witness: Witness | null = null,
): TypeTier {
  const tsconfig = (file: string) => graph.tsconfig(file);
  const around: TypeSurroundings = {
    root: graph.root,
    tsconfig,
    atHand: createTypesAtHand(tsconfig, witness),
    witness,
  };
  let open = createUndecided();
  const run = <Result>(types: (open: UndecidedPlaces) => TypeSource, job: () => Result): Result => {
    open = createUndecided();
    graph.useTypes(types(open));
    return job();
  };
  return {
    settle: (job) => {
      const first = run((noted) => withoutTypes(noted, around, mode), job);
      const wanted = [...new Set(open.sorted().map(({ file }) => file))];
      const expected = mode === "off" ? [] : wanted.filter((file) => around.atHand(file) === null);
      if (expected.length === 0) return first;
      const programs = createTypePrograms(around, expected);
      try {
        return run((noted) => withTypes(noted, around, programs), job);
      } finally {
        programs.close();
      }
    },
    undecided: () => open.sorted(),
    obstacle: (files) => {
      const reasons = new Set(files.map(around.atHand));
      return reasons.has(null) ? null : ([...reasons][0] ?? "there is no source file");
    },
  };
}

/** Notes what is asked, and answers nothing. */
function withoutTypes(
  open: UndecidedPlaces,
  { atHand }: TypeSurroundings,
  mode: TypeMode,
): TypeSource {
  const note = (file: string, span: Span) => {
    open.add(file, span, (mode === "off" ? null : atHand(file)) ?? "types are off");
    return null;
  };
  return { typeAt: note, returnedAt: note };
}

function withTypes(
  open: UndecidedPlaces,
  { root }: TypeSurroundings,
  programs: TypePrograms,
): TypeSource {
  const source = createTypeSource((file) => {
    const program = programs.of(file);
    return "reason" in program ? null : program;
  }, root);
  const noted = (
    answer: readonly TypeName[] | null,
    file: string,
    span: Span,
  ): readonly TypeName[] | null => {
    if (answer) return answer;
    const program = programs.of(file);
    open.add(file, span, "reason" in program ? program.reason : "its type is `any`");
    return null;
  };
  return {
    typeAt: (file, span) => noted(source.typeAt(file, span), file, span),
    returnedAt: (file, span) => noted(source.returnedAt(file, span), file, span),
  };
}
