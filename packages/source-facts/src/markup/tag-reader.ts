import { createRequire } from "node:module";
import type * as Htmlparser2 from "htmlparser2";

// Loaded with the first Vue, Svelte or Astro file: most runs see none.
const requireMarkup: (id: "htmlparser2") => typeof Htmlparser2 = createRequire(import.meta.url);

/** An opening tag, from `<` to after `>`, and how many elements are open around it. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /** `<script src="x" />` */
  readonly isSelfClosed: boolean;
}

/** Feeds a text to htmlparser2, with blanks of the same length for what it must not see. */
export class TagReader {
  /** Everything before it was read. */
  offset: number;
  readonly #text: string;
  readonly #parser: Htmlparser2.Parser;
  #depth = 0;
  #opened: Omit<Tag, "end"> | null = null;

  constructor(text: string, from: number) {
    this.#text = text;
    this.offset = from;
    const handler = {
      onopentag: (name: string, attributes: Record<string, string>) => {
        const start = from + this.#parser.startIndex;
        this.#opened = { name, attributes, start, depth: this.#depth++, isSelfClosed: false };
      },
      onclosetag: () => {
        this.#depth--;
        if (this.#opened) this.#opened = { ...this.#opened, isSelfClosed: true };
      },
    };
    // Components (`<Script>`) are told from elements by their case.
    const options = { lowerCaseTags: false, lowerCaseAttributeNames: false };
    const { Parser } = requireMarkup("htmlparser2");
    this.#parser = new Parser(handler, { ...options, recognizeSelfClosing: true });
  }

  readTo(end: number): void {
    this.#parser.write(this.#text.slice(this.offset, end));
    this.offset = end;
  }

  skipTo(end: number): void {
    this.#parser.write("_".repeat(end - this.offset));
    this.offset = end;
  }

  /** Reads a `>`: the tag that it opens, unless it closes one or stands in a text. */
  readTagEnd(end: number): Tag | null {
    this.readTo(end);
    const opened = this.#opened;
    this.#opened = null;
    return opened && { ...opened, end };
  }
}
