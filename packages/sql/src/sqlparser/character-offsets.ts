/** Gives the UTF-16 offset for a line and a column, both from 1, columns in characters. */
export function characterOffsets(text: string): (line: number, column: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (line, column) => {
    let offset = starts[line - 1] ?? text.length;
    for (let left = column - 1; left > 0 && offset < text.length; left--) {
      offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
  };
}
