import type { Span } from "@domain-isolation/model";
import { spanOf, type Line, type Token } from "./read-lines.js";
import type { Name } from "./syntax-tree.js";

/** A line is not what it should be. The message is a clause. */
export class UnreadableLine extends Error {}

/** Takes the tokens of a line one by one. Where they aren't those expected: `UnreadableLine`. */
export class LineReader {
  /** The whole line. */
  readonly span: Span;
  readonly #line: Line;
  #next = 0;

  constructor(line: Line) {
    this.#line = line;
    this.span = spanOf(line);
  }

  /** Where the next token starts. */
  get start(): number {
    return this.#line[this.#next]?.start ?? this.span.end;
  }

  /** Where the last token ended that was taken. */
  get end(): number {
    return this.#line[this.#next - 1]?.end ?? this.span.start;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#line.length;
  }

  /** Whether this mark comes next, or so many tokens later. */
  sees(mark: string, later = 0): boolean {
    const token = this.#line[this.#next + later];
    return token?.kind === "mark" && token.text === mark;
  }

  takes(mark: string): boolean {
    if (!this.sees(mark)) return false;
    this.#next++;
    return true;
  }

  mark(mark: string): void {
    if (!this.takes(mark)) this.fail(`\`${mark}\``);
  }

  /** Takes the next token if it is of this kind. */
  take(kind: Token["kind"]): Name | null {
    const token = this.#line[this.#next];
    if (token?.kind !== kind) return null;
    this.#next++;
    return { text: token.text, span: { start: token.start, end: token.end } };
  }

  name(expected: string): Name {
    return this.take("name") ?? this.fail(expected);
  }

  finish(expected: string): void {
    if (!this.isAtEnd) this.fail(expected);
  }

  /** Something else stands where `expected` should. */
  fail(expected: string): never {
    const token = this.#line[this.#next];
    const found = token ? `\`${token.text}\` stands` : "the line ends";
    throw new UnreadableLine(`${found} where ${expected} is expected`);
  }
}
