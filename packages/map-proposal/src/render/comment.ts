/** Lines are no longer than this where a comment can be broken. */
const width = 100;

/** A sentence as lines of comment. */
export function comment(line: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of oneLine(line).split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && indent.length + 3 + longer.length > width) {
      lines.push(current);
      current = `  ${word}`;
    } else current = longer;
  }
  return [...lines, current].map((each) => `${indent}// ${each}`);
}

export function oneLine(line: string): string {
  return line.replace(/\s+/gu, " ");
}
