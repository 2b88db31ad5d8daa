import type { Span } from "@domain-isolation/model";
import { expressionEnd } from "./expression-end.js";
import { TagReader, type Tag } from "./tag-reader.js";

/** A script: where its code stands, its attributes, and where the value of `src` does. */
export interface ScriptElement extends Span {
  readonly attributes: Readonly<Record<string, string>>;
  readonly source: Span | null;
}

export type ComponentFormat = "vue" | "svelte" | "astro";

/** What changes how the text is read: a comment, the end of a tag, an expression. */
const landmarks = { vue: /<!--|>|\{\{/gu, svelte: /<!--|>|\{/gu, astro: /<!--|>|\{/gu };

/**
 * The scripts of a component: those at the top, or all of an Astro file's, as each is a module. What
 * an HTML parser would misread is kept from it: expressions (`{a < b}`), comments, code and styles.
 */
export function findScripts(
  text: string,
  format: ComponentFormat,
  from: number,
): readonly ScriptElement[] {
  const scripts: ScriptElement[] = [];
  const reader = new TagReader(text, from);
  const markup = { text, format, isBalanced: true };
  for (let mark = nextMark(markup, from); mark; mark = nextMark(markup, reader.offset)) {
    reader.readTo(mark.index);
    if (mark[0] !== ">") {
      reader.skipTo(hiddenEnd(markup, mark.index));
      continue;
    }
    const tag = reader.readTagEnd(mark.index + 1);
    if (!tag || !holdsText(tag, format)) continue;
    const end = tag.isSelfClosed ? tag.end : closingTag(text, tag);
    if (tag.name === "script" && (tag.depth === 0 || format === "astro")) {
      const { attributes } = tag;
      scripts.push({ start: tag.end, end, attributes, source: sourceSpan(text, tag) });
    }
    reader.skipTo(end);
  }
  return scripts;
}

interface Markup {
  readonly text: string;
  readonly format: ComponentFormat;
  /** Braces are no longer paired once one of them has no partner. */
  isBalanced: boolean;
}

function nextMark({ text, format }: Markup, offset: number): RegExpExecArray | null {
  const landmark = landmarks[format];
  landmark.lastIndex = offset;
  return landmark.exec(text);
}

/** Where the comment or the expression ends that starts here. */
function hiddenEnd(markup: Markup, start: number): number {
  const { text, format, isBalanced } = markup;
  if (text[start] === "<") return after(text, "-->", start);
  if (format === "vue") return after(text, "}}", start);
  const end = isBalanced ? expressionEnd(text, start) : null;
  markup.isBalanced = end !== null;
  return end ?? start + 1;
}

/** In Vue, all at the top is text but a template of HTML. */
function holdsText({ name, depth, attributes }: Tag, format: ComponentFormat): boolean {
  if (/^(?:script|style|textarea|title)$/u.test(name)) return true;
  if (format !== "vue" || depth > 0) return false;
  return name !== "template" || (attributes.lang ?? "html") !== "html";
}

function closingTag(text: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name.replaceAll(/[^\w-]/gu, ".")}(?=[\\s/>])`, "giu");
  close.lastIndex = end;
  return close.exec(text)?.index ?? text.length;
}

function sourceSpan(text: string, { start, end }: Tag): Span | null {
  const match = /\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)/u.exec(text.slice(start, end));
  if (!match) return null;
  const valueEnd = start + match.index + match[0].length;
  return { start: valueEnd - (match[1]?.length ?? 0), end: valueEnd };
}

/** Behind the next `mark`; where there is none, it only looked like the start of something. */
function after(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? from + 1 : index + mark.length;
}
