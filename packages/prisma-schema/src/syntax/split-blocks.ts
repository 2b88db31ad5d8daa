import type { Span } from "@domain-isolation/model";
import { spanOf, type Line } from "./read-lines.js";
import type { Block, Name } from "./syntax-tree.js";

/** Told of everything that can't be read. The reason is a clause. */
export type Report = (span: Span, reason: string) => void;

/** A block, its lines still unread. */
export interface RawBlock {
  readonly keyword: Block["keyword"];
  readonly name: Name;
  /** From the keyword to the closing brace. */
  readonly span: Span;
  readonly body: readonly Line[];
}

/** A block that isn't closed ends where the next one begins; what stands between is reported. */
export function splitBlocks(lines: readonly Line[], report: Report): readonly RawBlock[] {
  return groupLines(lines).flatMap((group) => {
    if (group.head) return [rawBlock(group, group.head, report)];
    const first = group.lines[0]?.[0];
    if (first) report(spanOfAll(group.lines), `\`${first.text}\` starts no block of a schema`);
    return [];
  });
}

/** The lines of one block, or lines that belong to none. */
interface LineGroup {
  readonly head: BlockHead | null;
  readonly lines: Line[];
  isClosed: boolean;
}

interface BlockHead {
  readonly keyword: Block["keyword"];
  readonly name: Name;
}

function groupLines(lines: readonly Line[]): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  let group: LineGroup | null = null;
  for (const line of lines) {
    const head = headOf(line);
    if (!group || head) groups.push((group = { head, lines: [], isClosed: false }));
    group.lines.push(line);
    group.isClosed = openedBraces(line) < (head ? 1 : 0);
    if (group.isClosed) group = null;
  }
  return groups;
}

function rawBlock(group: LineGroup, { keyword, name }: BlockHead, report: Report): RawBlock {
  const [opening, ...rest] = group.lines;
  const [behind] = opening?.slice(3) ?? [];
  if (behind) report(behind, `the lines of \`${name.text}\` do not start below its \`{\``);
  if (!group.isClosed) report(name.span, `the ${keyword} \`${name.text}\` is not closed`);
  const body = rest.filter(([first]) => first.text !== "}");
  return { keyword, name, span: spanOfAll(group.lines), body };
}

const keywords = ["model", "view", "type", "enum", "datasource", "generator"] as const;

/** `model User {` */
function headOf([first, second, third]: Line): BlockHead | null {
  const keyword = keywords.find((word) => word === first.text);
  if (!keyword || second?.kind !== "name" || third?.text !== "{") return null;
  return { keyword, name: { text: second.text, span: { start: second.start, end: second.end } } };
}

function openedBraces(line: Line): number {
  return (
    line.filter(({ text }) => text === "{").length - line.filter(({ text }) => text === "}").length
  );
}

function spanOfAll(lines: readonly Line[]): Span {
  const spans = lines.map(spanOf);
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
