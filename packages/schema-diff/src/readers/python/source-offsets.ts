/** Gives the UTF-16 offset in a text for a line, from 1, and a column in bytes of its UTF-8. */
export type SourceOffsets = (line: number, byteColumn: number) => number;

/** Lines end as in Python: with `\n`, `\r\n` or `\r`. */
export function sourceOffsets(text: string): SourceOffsets {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/gu), (end) => end.index + end[0].length),
  ];
  return (line, byteColumn) => {
    const start = starts[line - 1] ?? text.length;
    const end = starts[line] ?? text.length;
    return Math.min(start + utf16Length(text.slice(start, end), byteColumn), text.length);
  };
}

function utf16Length(line: string, bytes: number): number {
  let length = 0;
  for (let rest = bytes; rest > 0 && length < line.length;) {
    const character = line.codePointAt(length) ?? 0;
    rest -= utf8Width(character);
    length += character > 0xffff ? 2 : 1;
  }
  return length;
}

function utf8Width(character: number): number {
  if (character > 0xffff) return 4;
  if (character > 0x7ff) return 3;
  return character > 0x7f ? 2 : 1;
}
