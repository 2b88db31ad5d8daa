const trivia = /(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)*/uy;

/** Where the next token starts: white space and comments are skipped. */
export function skipTrivia(text: string, offset: number): number {
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text)?.[0].length ?? 0);
}

/** Where the token after the keyword at `offset` starts. */
export function afterKeyword(text: string, offset: number, keyword: string): number {
  return text.startsWith(keyword, offset) ? skipTrivia(text, offset + keyword.length) : offset;
}
