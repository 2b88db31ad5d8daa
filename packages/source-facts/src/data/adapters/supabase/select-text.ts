/** A resource that a selection embeds, with what it embeds in turn. */
export interface Embedded {
  /** A table or view, a column that is a foreign key, or the name of such a key. */
  readonly name: string;
  /** Where the name stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly Embedded[];
}

interface Token {
  readonly text: string;
  readonly start: number;
}

const word = /^["\p{L}_]/u;
/** Without arguments they are functions: `count()`, `amount.sum()`. */
const aggregates = new Set(["count", "sum", "avg", "min", "max"]);

/**
 * What `"*, author:users!inner(name), comments(*)"` embeds:
 * https://docs.postgrest.org/en/stable/references/api/resource_embedding.html
 */
export function embeddedIn(text: string): readonly Embedded[] {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"?|[\p{L}\p{N}_$]+|::|\.{3}|->>?|\S/gu)].map(
    ({ 0: token, index }) => ({ text: token, start: index }),
  );
  return new Reader(tokens).list();
}

/** What makes no sense is passed over: it embeds nothing. */
class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Up to the parenthesis that closes it, or to the end. */
  list(): readonly Embedded[] {
    const found: Embedded[] = [];
    let name: Token | null = null;
    let last: Token | null = null;
    for (let token = this.#next(); token && token.text !== ")"; token = this.#next()) {
      if (token.text === "(") found.push(...this.#embedded(name, last));
      else if (word.test(token.text)) name ??= token;
      else if (token.text === "!" || token.text === "::") this.#position++;
      else if (token.text !== ".") name = null;
      last = token;
    }
    return found;
  }

  #embedded(name: Token | null, last: Token | null): readonly Embedded[] {
    const isEmpty = this.#tokens[this.#position]?.text === ")";
    const children = this.list();
    if (!name || (isEmpty && last && aggregates.has(last.text))) return [];
    const isQuoted = name.text.startsWith('"');
    const start = name.start + (isQuoted ? 1 : 0);
    const text = isQuoted ? name.text.slice(1, -1) : name.text;
    return [{ name: text, start, end: start + text.length, children }];
  }

  #next(): Token | undefined {
    return this.#tokens[this.#position++];
  }
}
