/** The characters of a literal, and where what stands for each begins and ends. */
export interface LiteralText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const literalStart = /([a-z]{0,2})("""|'''|"|')/iuy;
const between = /(?:\s|\\\r?\n|#[^\r\n]*)+/uy;
const simpleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/**
 * Where the characters of a string stand in the source: of a literal, of several in a row, or of a
 * stretch of an f-string. Null where the source isn't as it is thought to be.
 */
export function locateText(
  source: string,
  start: number,
  end: number,
  value: string,
): LiteralText | null {
  const written = source.slice(start, end).replaceAll(/\r\n?/gu, "\n");
  const located = [
    written === value && !source.slice(start, end).includes("\r") ? plain(value, start) : null,
    readLiterals(source, start, end),
    readBody(source, { start, end, isRaw: false, isFormat: true }),
  ];
  return located.find((each) => each?.text === value) ?? null;
}

function plain(text: string, start: number): LiteralText {
  const starts = Array.from(text.split(""), (_, index) => start + index);
  return { text, starts, ends: starts.map((offset) => offset + 1) };
}

function readLiterals(source: string, start: number, end: number): LiteralText | null {
  const read: LiteralText[] = [];
  for (let at = start; at < end;) {
    between.lastIndex = at;
    const space = between.exec(source);
    if (space) at += space[0].length;
    if (at >= end) break;
    literalStart.lastIndex = at;
    const opened = literalStart.exec(source);
    if (!opened) return null;
    const [whole, prefix = "", quote = ""] = opened;
    const body = at + whole.length;
    const close = closingQuote(source, body, quote);
    if (close > end) return null;
    const isFormat = /f/iu.test(prefix);
    read.push(readBody(source, { start: body, end: close, isRaw: /r/iu.test(prefix), isFormat }));
    at = close + quote.length;
  }
  return {
    text: read.map(({ text }) => text).join(""),
    starts: read.flatMap(({ starts }) => starts),
    ends: read.flatMap(({ ends }) => ends),
  };
}

function closingQuote(source: string, body: number, quote: string): number {
  let at = body;
  while (at < source.length && !source.startsWith(quote, at)) at += source[at] === "\\" ? 2 : 1;
  return at;
}

interface Body {
  readonly start: number;
  readonly end: number;
  readonly isRaw: boolean;
  readonly isFormat: boolean;
}

function readBody(source: string, { start, end, isRaw, isFormat }: Body): LiteralText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end;) {
    const { value, length } = readCharacter(source, at, isRaw, isFormat);
    for (const unit of value.split("")) {
      text += unit;
      starts.push(at);
      ends.push(at + length);
    }
    at += length;
  }
  return { text, starts, ends };
}

function readCharacter(source: string, at: number, isRaw: boolean, isFormat: boolean) {
  const character = source[at] ?? "";
  if (character === "\r") return { value: "\n", length: source[at + 1] === "\n" ? 2 : 1 };
  if (character === "\\" && !isRaw) return readEscape(source, at);
  const isDoubled = isFormat && "{}".includes(character) && source[at + 1] === character;
  return { value: character, length: isDoubled ? 2 : 1 };
}

function readEscape(source: string, at: number) {
  const next = source[at + 1] ?? "";
  const simple = simpleEscapes[next];
  if (simple !== undefined) return { value: simple, length: 2 };
  if (next === "\n") return { value: "", length: 2 };
  if (next === "\r") return { value: "", length: source[at + 2] === "\n" ? 3 : 2 };
  const coded = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3}))/u.exec(
    source.slice(at + 1, at + 10),
  );
  if (!coded) return { value: "\\", length: 1 };
  const [whole, hex, short, long, octal] = coded;
  const code = octal === undefined ? parseInt(hex ?? short ?? long ?? "0", 16) : parseInt(octal, 8);
  return {
    value: code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code),
    length: whole.length + 1,
  };
}
