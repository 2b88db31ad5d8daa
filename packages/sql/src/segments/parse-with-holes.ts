import type { Grammar, Parsed } from "../grammar.js";
import type { Statement } from "../lexer/statements.js";
import { holeMark } from "../lexer/token.js";
import type { Hole } from "./hole.js";
import { rewrite, type Rewritten } from "./rewrite.js";
import type { StandIn } from "./stand-in.js";

export interface Attempt {
  readonly parsed: Parsed;
  readonly rewritten: Rewritten;
  /** What stood for each hole. */
  readonly standIns: readonly StandIn[];
}

/**
 * Parses a statement with the first stand-ins for its holes that the grammar takes; the first
 * attempt where it takes none. Where it gives up tells which hole to read otherwise: the last one
 * before that place.
 */
export function parseWithHoles(
  statement: Statement,
  text: string,
  holes: readonly Hole[],
  choices: readonly (readonly StandIn[])[],
  grammar: Grammar,
): Attempt {
  const chosen = holes.map(() => 0);
  const attempt = () => parseWith(statement, text, holes, pick(choices, chosen), grammar);
  const first = attempt();
  let last = first;
  for (let left = attemptsFor(statement); left > 0; left--) {
    if (last.parsed.kind === "tree") return last;
    if (!advance(chosen, choices, culprit(holes, last.rewritten, last.parsed.offset))) return first;
    last = attempt();
  }
  return last.parsed.kind === "tree" ? last : first;
}

/** Fewer where each costs more. */
function attemptsFor({ start, end }: Statement): number {
  return Math.max(4, Math.min(60, Math.floor(400_000 / (end - start + 1))));
}

function pick(
  choices: readonly (readonly StandIn[])[],
  chosen: readonly number[],
): readonly StandIn[] {
  return choices.map(
    (choice, index) => choice[chosen[index] ?? 0] ?? { text: "", isCertain: false },
  );
}

function parseWith(
  { start, end }: Statement,
  text: string,
  holes: readonly Hole[],
  standIns: readonly StandIn[],
  grammar: Grammar,
): Attempt {
  const edits = holes.map((hole, index) => ({ ...hole, text: standIns[index]?.text ?? "" }));
  const rewritten = rewrite(text, start, end, edits);
  // What is left of the marks stands in comments.
  const parsed = grammar.parse(rewritten.text.replaceAll(holeMark, " "));
  return { parsed, rewritten, standIns };
}

function culprit(holes: readonly Hole[], rewritten: Rewritten, offset: number): number {
  return holes.findLastIndex(({ start }) => rewritten.newOffset(start) <= offset);
}

/** Takes the next choice at an index, or at one before it where it has none left. */
function advance(
  chosen: number[],
  choices: readonly (readonly StandIn[])[],
  culpritIndex: number,
): boolean {
  for (let index = culpritIndex; index >= 0; index--) {
    const next = (chosen[index] ?? 0) + 1;
    if (next < (choices[index]?.length ?? 0)) {
      chosen[index] = next;
      chosen.fill(0, index + 1);
      return true;
    }
  }
  return false;
}
