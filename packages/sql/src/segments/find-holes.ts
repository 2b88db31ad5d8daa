import type { Statement } from "../lexer/statements.js";
import { holeMark, type Token } from "../lexer/token.js";
import type { SqlDialect, SqlSegment } from "../sql-reading.js";
import type { Hole, HoleContent } from "./hole.js";
import { placeholderAt } from "./placeholder.js";
import { endsOperand } from "./operand.js";
import type { Source } from "./source.js";

/** The places of a statement that get their content when it runs, in their order. */
export function findHoles(
  { tokens }: Statement,
  source: Source,
  segments: readonly SqlSegment[],
  dialect: SqlDialect,
): readonly Hole[] {
  const { text } = source;
  const contentAt = (offset: number): HoleContent => {
    const segment = segments[source.segmentAt(offset)];
    return segment && segment.kind !== "text" ? segment : { kind: "value" };
  };
  const holes: Hole[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.start < (holes.at(-1)?.end ?? 0)) continue;
    if (token.kind === "sign") {
      const before = tokens[index - 1];
      const isBehindOperand = isEndOf(holes.at(-1), before) || endsOperand(before, text);
      const found = placeholderAt(tokens, index, text, { dialect, isBehindOperand });
      if (found) holes.push({ ...found, start: token.start, place: "code", token: index });
    } else holes.push(...marksIn(token, index, text, contentAt));
  }
  return holes;
}

function isEndOf(hole: Hole | undefined, token: Token | undefined): boolean {
  return hole !== undefined && hole.end === token?.end;
}

function marksIn(
  { kind, start, end }: Token,
  token: number,
  text: string,
  contentAt: (offset: number) => HoleContent,
): readonly Hole[] {
  const place = placeOf(kind);
  if (!place) return [];
  const spelled = text.slice(start, end);
  const holes: Hole[] = [];
  for (let at = spelled.indexOf(holeMark); at >= 0; at = spelled.indexOf(holeMark, at + 1)) {
    const mark = start + at;
    holes.push({ start: mark, end: mark + 1, content: contentAt(mark), place, token });
  }
  return holes;
}

function placeOf(kind: Token["kind"]): Hole["place"] | null {
  if (kind === "hole") return "code";
  return kind === "quoted" || kind === "string" || kind === "parameter" ? kind : null;
}
