import type { Grammar, Parsed } from "../grammar.js";
import type { Statement } from "../lexer/statements.js";
import { holeMark } from "../lexer/token.js";
import type { Hole } from "./hole.js";
import { mergeEdits, rewrite, type Edit, type Rewritten } from "./rewrite.js";
import type { StandIn } from "./stand-in.js";

export interface Attempt {
  readonly parsed: Parsed;
  readonly rewritten: Rewritten;
  /** What stood for each hole. */
  readonly standIns: readonly StandIn[];
}

interface Riddle {
  readonly statement: Statement;
  readonly text: string;
  readonly holes: readonly Hole[];
  /** For each hole what can stand there, the likelier first. */
  readonly choices: readonly (readonly StandIn[])[];
  readonly grammar: Grammar;
}

/**
 * Parses a statement with the first stand-ins for its holes that the grammar takes; the likeliest
 * ones where it takes none.
 */
export function parseWithHoles(riddle: Riddle): Attempt {
  const { statement, text, holes, grammar } = riddle;
  const likeliest = holes.map(() => 0);
  const misread = grammar.reword(statement.tokens, text, false);
  const first = attempt(riddle, likeliest, misread);
  if (first.parsed.kind === "tree") return first;
  const reworded = grammar.reword(statement.tokens, text, true);
  const again = reworded.length > misread.length ? attempt(riddle, likeliest, reworded) : first;
  const solved = again.parsed.kind === "tree" ? again : tryOthers(riddle, again, reworded);
  return solved ?? first;
}

/** Where the grammar gives up tells which hole to read otherwise: the last one before that place. */
function tryOthers(riddle: Riddle, first: Attempt, reworded: readonly Edit[]): Attempt | null {
  const { holes, choices } = riddle;
  const chosen = holes.map(() => 0);
  let last = first;
  for (let left = attemptsFor(riddle.statement); left > 0; left--) {
    if (last.parsed.kind === "tree") return last;
    const { offset } = last.parsed;
    const { rewritten } = last;
    const culprit = holes.findLastIndex(({ start }) => rewritten.newOffset(start) <= offset);
    if (!advance(chosen, choices, culprit)) return null;
    last = attempt(riddle, chosen, reworded);
  }
  return last.parsed.kind === "tree" ? last : null;
}

/** Fewer where each costs more. */
function attemptsFor({ start, end }: Statement): number {
  return Math.max(4, Math.min(60, Math.floor(400_000 / (end - start + 1))));
}

function attempt(
  { statement, text, holes, choices, grammar }: Riddle,
  chosen: readonly number[],
  reworded: readonly Edit[],
): Attempt {
  const standIns = choices.map(
    (choice, index) => choice[chosen[index] ?? 0] ?? { text: "", isCertain: false },
  );
  const filled = holes.map(({ start, end }, index) => ({
    start,
    end,
    text: standIns[index]?.text ?? "",
  }));
  const edits = mergeEdits(filled, reworded);
  const rewritten = rewrite(text, statement.start, statement.end, edits);
  // What is left of the marks stands in comments.
  const parsed = grammar.parse(rewritten.text.replaceAll(holeMark, " "));
  return { parsed, rewritten, standIns };
}

/** Takes the next choice at an index, or at one before it where it has none left. */
function advance(
  chosen: number[],
  choices: readonly (readonly StandIn[])[],
  culprit: number,
): boolean {
  for (let index = culprit; index >= 0; index--) {
    const next = (chosen[index] ?? 0) + 1;
    if (next < (choices[index]?.length ?? 0)) {
      chosen[index] = next;
      chosen.fill(0, index + 1);
      return true;
    }
  }
  return false;
}
