/** A stretch of a text, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Rewritten {
  readonly text: string;
  /** Where an offset of the new text is in the old one; inside of an edit, at its start. */
  readonly originalOffset: (offset: number) => number;
  /** Where an offset of the old text is in the new one. */
  readonly newOffset: (offset: number) => number;
}

interface Piece {
  readonly original: number;
  readonly originalEnd: number;
  readonly start: number;
  readonly end: number;
  readonly isEdit: boolean;
}

/** Writes the stretch `start` to `end` of a text anew, with edits in ascending order. */
export function rewrite(
  text: string,
  start: number,
  end: number,
  edits: readonly Edit[],
): Rewritten {
  const pieces: Piece[] = [];
  let result = "";
  const add = (original: number, originalEnd: number, piece: string, isEdit: boolean) => {
    const from = result.length;
    result += piece;
    pieces.push({ original, originalEnd, start: from, end: result.length, isEdit });
  };
  let at = start;
  for (const edit of edits) {
    add(at, edit.start, text.slice(at, edit.start), false);
    add(edit.start, edit.end, edit.text, true);
    at = edit.end;
  }
  add(at, end, text.slice(at, end), false);
  return {
    text: result,
    originalOffset(offset) {
      const piece = pieces.find((each) => offset < each.end) ?? pieces.at(-1);
      if (!piece) return offset;
      return piece.isEdit ? piece.original : piece.original + (offset - piece.start);
    },
    newOffset(offset) {
      const piece = pieces.find((each) => offset < each.originalEnd) ?? pieces.at(-1);
      if (!piece) return offset;
      return piece.isEdit ? piece.start : piece.start + (offset - piece.original);
    },
  };
}

/** Edits in ascending order, without those that touch one that matters more. */
export function mergeEdits(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const merged = [...first];
  for (const edit of second) {
    if (!merged.some((other) => overlap(edit, other))) merged.push(edit);
  }
  return merged.sort((a, b) => a.start - b.start || a.end - b.end);
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}
