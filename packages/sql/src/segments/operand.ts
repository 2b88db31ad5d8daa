import type { Token } from "../lexer/token.js";

/** Keywords behind which an operand comes; behind every other word an operator can come. */
const beforeOperand = new Set(
  (
    "all and any array as at between binary by call case cast collate default distinct div do " +
    "else escape except execute exists extract fetch filter first from glob group having if " +
    "ignore ilike in insert intersect interval into is join key lateral like limit match mod next " +
    "not offset on only or over partition position regexp replace return returning rlike row rows " +
    "select set similar some table then to union update using value values when where with xor " +
    "zone"
  ).split(" "),
);

/** Whether a token ends something that has a value, so that an operator and no operand follows. */
export function endsOperand(token: Token | undefined, text: string): boolean {
  if (!token) return false;
  const spelled = text.slice(token.start, token.end).toLowerCase();
  switch (token.kind) {
    case "word":
      return !beforeOperand.has(spelled);
    case "sign":
      return spelled === ")" || spelled === "]";
    default:
      return token.kind !== "end";
  }
}
