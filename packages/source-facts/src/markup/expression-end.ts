/** Braces, and what may hold others: strings on one line, templates, comments. */
const token =
  /[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`|\/\*[^]*?\*\/|\/\/[^\n]*/gu;

/** Where the expression ends whose `{` is at `start`, or null where it isn't closed. */
export function expressionEnd(text: string, start: number): number | null {
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === "{") depth++;
    if (match[0] === "}" && --depth === 0) return token.lastIndex;
  }
  return null;
}
