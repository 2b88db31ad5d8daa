import type { Statement } from "../lexer/statements.js";
import { spelled, type Token } from "../lexer/token.js";
import type { Hole } from "./hole.js";
import { endsOperand } from "./operand.js";

/** The tokens around a hole. */
export interface Surroundings {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hole: Hole;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

export function surroundingsOf(hole: Hole, { tokens }: Statement, text: string): Surroundings {
  const after = tokens.slice(hole.token, hole.token + 4).find(({ start }) => start >= hole.end);
  return { text, tokens, hole, before: tokens[hole.token - 1], after };
}

/** Whether the hole is a part of a name: `archive_${year}`, `${prefix}users`. */
export function isPartOfName({ before, after, hole, text }: Surroundings): boolean {
  const follows = after?.start === hole.end && (after.kind === "word" || after.kind === "literal");
  return follows || (isBehindName(before, hole, text) && spelled(before, text).endsWith("_"));
}

/** Whether what stands before could be a part of a name, or its end: `users${where}`. */
export function touchesName({ before, hole, text }: Surroundings): boolean {
  return isBehindName(before, hole, text);
}

function isBehindName(before: Token | undefined, hole: Hole, text: string): boolean {
  return before?.end === hole.start && before.kind === "word" && endsOperand(before, text);
}
