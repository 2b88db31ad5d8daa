const trivia = /(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)*/uy;

/** Where the next token starts: white space and comments are skipped. */
export function skipTrivia(text: string, offset: number): number {
  // One space and a token, as nearly everywhere, are told without the regular expression.
  const next = text.charCodeAt(offset) === 0x20 ? offset + 1 : offset;
  if (isPlainToken(text.charCodeAt(next))) return next;
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text)?.[0].length ?? 0);
}

/** A visible ASCII character that begins no comment. */
function isPlainToken(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x2f;
}

/** Where the token after the keyword at `offset` starts. */
export function afterKeyword(text: string, offset: number, keyword: string): number {
  return text.startsWith(keyword, offset) ? skipTrivia(text, offset + keyword.length) : offset;
}
