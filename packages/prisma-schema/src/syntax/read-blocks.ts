import { readBlockAttribute, readEnumValue, readField, readSetting } from "./read-entry.js";
import { LineReader, UnreadableLine } from "./line-reader.js";
import { readLines, type Line } from "./read-lines.js";
import { splitBlocks, type RawBlock, type Report } from "./split-blocks.js";
import type { Block } from "./syntax-tree.js";

/** The blocks of a text. A line that can't be read is reported and costs only itself. */
export function readBlocks(text: string, report: Report): readonly Block[] {
  return splitBlocks(readLines(text), report).map((raw) => readBlock(raw, report));
}

function readBlock({ keyword, name, span, body }: RawBlock, report: Report): Block {
  if (keyword === "datasource" || keyword === "generator") {
    return { keyword, name, span, settings: readEach(body, readSetting, report) };
  }
  const entries = body.filter((line) => !isAttribute(line));
  const attributes = readEach(body.filter(isAttribute), readBlockAttribute, report);
  return keyword === "enum"
    ? { keyword, name, span, attributes, values: readEach(entries, readEnumValue, report) }
    : { keyword, name, span, attributes, fields: readEach(entries, readField, report) };
}

function isAttribute([first]: Line): boolean {
  return first.text === "@@";
}

function readEach<T>(
  lines: readonly Line[],
  read: (reader: LineReader) => T,
  report: Report,
): readonly T[] {
  return lines.flatMap((line) => {
    const reader = new LineReader(line);
    try {
      return [read(reader)];
    } catch (error) {
      if (!(error instanceof UnreadableLine)) throw error;
      report(reader.span, error.message);
      return [];
    }
  });
}
