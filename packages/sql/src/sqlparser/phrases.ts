import { spelled, type Token } from "../lexer/token.js";
import type { Edit } from "../segments/rewrite.js";
import type { SqlparserDialect } from "./walk.js";

/** Words, and what says the same of tables in words that sqlparser knows. `*` is any token. */
type Phrase = readonly [words: string, instead: string];

/** The phrases that begin with a word. */
type PhraseBook = ReadonlyMap<
  string,
  readonly (readonly [words: readonly string[], instead: string])[]
>;

/** Words that it would take for names of tables. They stand at the beginning. */
const misread: Readonly<Record<SqlparserDialect, PhraseBook>> = {
  mysql: phraseBook([
    ["update low_priority ignore", "update"],
    ["update low_priority", "update"],
    ["update ignore", "update"],
    ["delete low_priority quick ignore", "delete"],
    ["delete low_priority quick", "delete"],
    ["delete low_priority ignore", "delete"],
    ["delete low_priority", "delete"],
    ["delete quick ignore", "delete"],
    ["delete quick", "delete"],
    ["delete ignore", "delete"],
  ]),
  sqlite: phraseBook([]),
};

/** Words of the dialects that it refuses. Those of the database's manual, tried one by one. */
const unknown: Readonly<Record<SqlparserDialect, PhraseBook>> = {
  mysql: phraseBook([
    ["lock in share mode", "for share"],
    ["with rollup", ""],
    ["lock table", "lock tables"],
    ["start transaction with consistent snapshot", "start transaction"],
  ]),
  sqlite: phraseBook([
    ["indexed by *", ""],
    ["not indexed", ""],
    ["as materialized", "as"],
    ["as not materialized", "as"],
    ["not glob", "not like"],
    ["glob", "like"],
    ["not match", "not like"],
    ["match", "like"],
    ["isnull", "is null"],
    ["notnull", "is not null"],
    ["exclude no others", ""],
    ["exclude current row", ""],
    ["exclude group", ""],
    ["exclude ties", ""],
    ["trigger if not exists", "trigger"],
    ["strict , without rowid", "strict"],
    ["without rowid , strict", "strict"],
    ["< <", "+"],
    ["> >", "+"],
  ]),
};

export function rewordMisread(
  tokens: readonly Token[],
  text: string,
  dialect: SqlparserDialect,
): readonly Edit[] {
  const edit = editAt(tokens, 0, text, misread[dialect]);
  return edit ? [edit] : [];
}

export function rewordUnknown(
  tokens: readonly Token[],
  text: string,
  dialect: SqlparserDialect,
): readonly Edit[] {
  return tokens.flatMap((_, index) => editAt(tokens, index, text, unknown[dialect]) ?? []);
}

function editAt(
  tokens: readonly Token[],
  index: number,
  text: string,
  book: PhraseBook,
): Edit | null {
  const first = tokens[index];
  if (!first || (first.kind !== "word" && first.kind !== "sign")) return null;
  for (const [words, instead] of book.get(spelled(first, text)) ?? []) {
    const last = tokens[index + words.length - 1];
    const isSaid = words.every((word, n) => matches(tokens[index + n], word, text));
    if (isSaid && last) return { start: first.start, end: last.end, text: instead };
  }
  return null;
}

function matches(token: Token | undefined, word: string, text: string): boolean {
  return token !== undefined && (word === "*" || spelled(token, text) === word);
}

function phraseBook(phrases: readonly Phrase[]): PhraseBook {
  const book = new Map<string, (readonly [readonly string[], string])[]>();
  for (const [phrase, instead] of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    book.set(first, [...(book.get(first) ?? []), [words, instead]]);
  }
  return book;
}
