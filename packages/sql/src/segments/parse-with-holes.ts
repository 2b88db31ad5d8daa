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

const nothing: StandIn = { text: "", isCertain: false, canNameQueries: false };

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
  if (again.parsed.kind === "tree") return again;
  const solved = tryOthers(riddle, again, reworded, lastBefore);
  if (solved ?? grammar.isExact) return solved ?? first;
  return tryOthers(riddle, again, reworded, firstBehind) ?? first;
}

/** The index of the hole to blame for what is wrong at an offset; -1 where none is. */
type Blame = (holes: readonly Hole[], rewritten: Rewritten, offset: number) => number;

const lastBefore: Blame = (holes, rewritten, offset) =>
  holes.findLastIndex(({ start }) => rewritten.newOffset(start) <= offset);

const firstBehind: Blame = (holes, rewritten, offset) =>
  holes.findIndex(({ start }) => rewritten.newOffset(start) > offset);

/** Where the grammar gives up tells which hole to read otherwise. */
function tryOthers(
  riddle: Riddle,
  first: Attempt,
  reworded: readonly Edit[],
  blame: Blame,
): Attempt | null {
  const { holes, choices } = riddle;
  const chosen = holes.map(() => 0);
  let last = first;
  for (let left = attemptsFor(riddle.statement); left > 0; left--) {
    if (last.parsed.kind === "tree") return last;
    const culprit = blame(holes, last.rewritten, last.parsed.offset);
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
  const standIns = choices.map((choice, index) => choice[chosen[index] ?? 0] ?? nothing);
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
