/** A relation that an expression names, with what it names below. */
export interface RelationNode {
  readonly name: string;
  /** Where the name stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly RelationNode[];
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * The relations of `"[pets, children.[movies(onlyGood), pets as p]]"`:
 * https://vincit.github.io/objection.js/guide/query-examples.html#relation-expressions
 */
export function relationExpression(text: string): readonly RelationNode[] {
  const tokens = [...text.matchAll(/[\w$-]+|[^\s]/gu)].map(({ 0: token, index }) => ({
    text: token,
    start: index,
  }));
  return new Reader(tokens).list();
}

const name = /^[\w$-]+$/u;

/** What makes no sense is passed over: it says nothing of a relation. */
class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** `[a, b.c]`, or what stands alone. */
  list(): readonly RelationNode[] {
    if (!this.#take("[")) return this.#path();
    const found: RelationNode[] = [];
    while (this.#position < this.#tokens.length && !this.#take("]")) {
      found.push(...this.#path());
      if (!this.#take(",") && this.#peek() !== "]") this.#position++;
    }
    return found;
  }

  /** `a.b`, `a(modifier) as x.[b, c]`, `a.^3` */
  #path(): readonly RelationNode[] {
    const token = this.#tokens[this.#position];
    if (!token || !name.test(token.text)) return [];
    this.#position++;
    this.#skipArguments();
    if (this.#take("as")) this.#position++;
    const children = this.#take(".") ? this.list() : [];
    const { text, start } = token;
    return [{ name: text, start, end: start + text.length, children }];
  }

  #skipArguments(): void {
    if (!this.#take("(")) return;
    while (this.#position < this.#tokens.length && !this.#take(")")) this.#position++;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#position]?.text;
  }

  #take(text: string): boolean {
    const isThere = this.#peek() === text;
    if (isThere) this.#position++;
    return isThere;
  }
}
