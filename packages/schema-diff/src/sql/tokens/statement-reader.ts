import { nameOfToken, type ParsedStatement, type Token } from "@domain-isolation/sql";
import type { SourcePlace, Span } from "@domain-isolation/model";
import type { PlacedName } from "../../changes/change.js";
import { placeIn, type SqlText } from "../sql-text.js";
import { nameInQuotes } from "./name-in-quotes.js";
import { writtenSchema } from "./written-schema.js";

/** A statement is not what it should be. The message is a clause. */
export class UnreadableStatement extends Error {}

/** A stretch of a statement, as it was written. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Name {
  readonly name: string;
  readonly at: SourcePlace;
}

/** Takes the tokens of a statement one by one. Where they aren't those expected: `UnreadableStatement`. */
export class StatementReader {
  readonly sql: SqlText;
  readonly statement: ParsedStatement;
  /** The whole statement. */
  readonly at: SourcePlace;
  /** The expressions that were taken, whose words nobody has looked at. */
  readonly expressions: Stretch[] = [];
  /** The queries that were taken. */
  readonly queries: Stretch[] = [];
  #next = 0;

  constructor(statement: ParsedStatement, sql: SqlText) {
    this.sql = sql;
    this.statement = statement;
    this.at = placeIn(sql, statement.start, statement.end);
  }

  get token(): Token | undefined {
    return this.statement.tokens[this.#next];
  }

  get isAtEnd(): boolean {
    return this.token === undefined;
  }

  /** Where the next token starts. */
  get start(): number {
    return this.token?.start ?? this.statement.end;
  }

  /** Where the last token ended that was taken. */
  get end(): number {
    return this.statement.tokens[this.#next - 1]?.end ?? this.statement.start;
  }

  /** A token in lower case, so many after the next one; empty behind the end. */
  word(later = 0): string {
    const token = this.statement.tokens[this.#next + later];
    return token ? this.#textOf(token).toLowerCase() : "";
  }

  /** Whether these words and signs come next. */
  sees(phrase: string): boolean {
    return phrase.split(" ").every((word, later) => this.word(later) === word);
  }

  takes(phrase: string): boolean {
    if (!this.sees(phrase)) return false;
    this.#next += phrase.split(" ").length;
    return true;
  }

  /** Takes the first of these words or phrases that comes next. */
  takesOneOf<T extends string>(phrases: readonly T[]): T | null {
    return phrases.find((phrase) => this.takes(phrase)) ?? null;
  }

  expect(phrase: string): void {
    if (!this.takes(phrase)) this.fail(`\`${phrase.toUpperCase()}\``);
  }

  skip(): void {
    this.#next++;
  }

  /** Takes the next token, if it can be a name. */
  takesName(): Name | null {
    const { token } = this;
    if (token?.kind !== "word" && token?.kind !== "quoted" && !this.#isNameInString(token)) {
      return null;
    }
    this.#next++;
    const { start, end } = token;
    return { name: this.nameOf(token), at: placeIn(this.sql, start, end) };
  }

  name(expected: string): Name {
    return this.takesName() ?? this.fail(expected);
  }

  nameOf(token: Token): string {
    const { text, dialect } = this.sql;
    return token.kind === "string"
      ? nameInQuotes(this.#textOf(token))
      : nameOfToken(token, text, dialect);
  }

  /** `a`, `schema.a` */
  placedName(expected: string): PlacedName {
    const { start } = this;
    const first = this.name(expected);
    const second = this.takes(".") ? this.name(`${expected} behind the dot`) : null;
    const schema = writtenSchema(second ? first.name : null, this.sql.dialect);
    return { schema, name: (second ?? first).name, span: this.spanFrom(start) };
  }

  /** `(a, b)` */
  names(expected: string): readonly string[] {
    return this.list(() => this.name(expected).name);
  }

  /** What stands in parentheses, between commas. */
  list<T>(item: () => T): readonly T[] {
    const items: T[] = [];
    this.expect("(");
    do items.push(item());
    while (this.takes(","));
    this.expect(")");
    return items;
  }

  /** Takes what stands in parentheses, and gives it without them. */
  parenthesized(): Stretch {
    const { start } = this;
    this.expect("(");
    const inside = this.upTo(() => this.sees(")"));
    if (!this.takes(")")) this.fail(`the \`)\` for the \`(\` at ${this.placeOf(start)}`);
    return inside;
  }

  /** `(expression)` */
  expression(): Stretch {
    const { start } = this;
    const inside = this.parenthesized();
    if (inside.text === "") {
      throw new UnreadableStatement(`an expression is missing (at ${this.placeOf(start)})`);
    }
    this.expressions.push(inside);
    return inside;
  }

  /** Takes all up to where something holds outside of parentheses, or up to the end. */
  upTo(stops: () => boolean): Stretch {
    const { start } = this;
    let depth = 0;
    while (!this.isAtEnd && !(depth === 0 && stops())) {
      if (this.sees("(")) depth++;
      else if (this.sees(")")) depth--;
      if (depth < 0) break;
      this.skip();
    }
    return this.stretchFrom(start);
  }

  /** What was taken since an offset. */
  stretchFrom(start: number): Stretch {
    const end = Math.max(start, this.end);
    return { text: this.sql.text.slice(start, end), start, end };
  }

  spanFrom(start: number): Span {
    return this.sql.spanOf(start, Math.max(start, this.end));
  }

  placeFrom(start: number): SourcePlace {
    return placeIn(this.sql, start, Math.max(start, this.end));
  }

  finish(): void {
    if (!this.isAtEnd) this.fail("the end");
    const last = this.statement.tokens.at(-1);
    if (!last || !this.#isLeftOpen(last)) return;
    const where = this.placeOf(last.start);
    throw new UnreadableStatement(`the quotes that open at ${where} aren't closed`);
  }

  /** Something else stands where `expected` should. */
  fail(expected: string): never {
    const found = this.token ? `\`${this.#textOf(this.token)}\` stands` : "the statement ends";
    const where = this.token ? ` (at ${this.placeOf(this.start)})` : "";
    throw new UnreadableStatement(`${found} where ${expected} is expected${where}`);
  }

  /** Counted from the start of the statement, as the messages of the grammars do. */
  placeOf(offset: number): string {
    return String(offset - this.statement.start);
  }

  #textOf({ start, end }: Token): string {
    return this.sql.text.slice(start, end);
  }

  /** SQLite takes strings for names, MySQL those in double quotes: with `ANSI_QUOTES`. */
  #isNameInString(token: Token | undefined): token is Token {
    if (token?.kind !== "string") return false;
    const quote = this.sql.text.charAt(token.start);
    return this.sql.dialect === "mysql" ? quote === '"' : quote === "'";
  }

  /** The lexer lets quotes that nobody closes end with the text. */
  #isLeftOpen(token: Token): boolean {
    if (token.kind !== "string" && token.kind !== "quoted") return false;
    const text = this.#textOf(token);
    if (text.startsWith("[")) return !text.endsWith("]");
    const quote = /["'`]/u.exec(text)?.[0] ?? "";
    const plain = this.sql.dialect === "mysql" ? text.replaceAll(/\\[^]/gu, "") : text;
    return plain.split(quote).length % 2 === 0;
  }
}
