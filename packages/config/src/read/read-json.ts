import { createRequire } from "node:module";
import type * as Jsonc from "jsonc-parser";
import type { PlacedEntry, PlacedNode } from "./placed-node.js";
import type { RawConfig, ReadProblem } from "./read-config.js";

/** Loaded when it is needed, because a configuration in TypeScript doesn't need it. */
const requireJsonc: (id: "jsonc-parser") => typeof Jsonc = createRequire(import.meta.url);

/** JSON as editors write it: comments and trailing commas are allowed. */
export function readJson(text: string): Pick<RawConfig, "value" | "places" | "problems"> {
  const jsonc = requireJsonc("jsonc-parser");
  const errors: Jsonc.ParseError[] = [];
  const tree = jsonc.parseTree(text, errors, { allowTrailingComma: true });
  return {
    value: tree && jsonc.getNodeValue(tree),
    places: tree ? placesOf(tree) : { offset: 0, entries: [] },
    problems: tree
      ? errors.map((error) => syntaxProblem(jsonc.printParseErrorCode(error.error), error.offset))
      : [syntaxProblem("ValueExpected", 0)],
  };
}

function placesOf({ type, offset, children = [] }: Jsonc.Node): PlacedNode {
  const entries = children.map((child, index) =>
    type === "object" ? propertyEntry(child) : itemEntry(child, index),
  );
  return { offset, entries };
}

function itemEntry(item: Jsonc.Node, index: number): PlacedEntry {
  return { key: index, keyOffset: item.offset, value: placesOf(item), spread: false };
}

function propertyEntry({ offset, children: [key, value] = [] }: Jsonc.Node): PlacedEntry {
  return {
    key: String(key?.value),
    keyOffset: offset,
    value: value ? placesOf(value) : { offset, entries: [] },
    spread: false,
  };
}

const explanations: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is neither a string in double quotes, a number, true, false nor null",
  InvalidNumberFormat: "this number is malformed",
  PropertyNameExpected: "the name of a key is expected here, in double quotes",
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected before this",
  CloseBraceExpected: "a `}` is missing",
  CloseBracketExpected: "a `]` is missing",
  EndOfFileExpected: "there is more text after the end of the configuration",
  UnexpectedEndOfComment: "this comment is never closed",
  UnexpectedEndOfString: "this string is never closed",
  InvalidCharacter: "this character must be escaped",
  InvalidEscapeCharacter: "this escape is unknown",
  InvalidUnicode: "this Unicode escape is malformed",
};

function syntaxProblem(code: string, offset: number): ReadProblem {
  return {
    message: `the JSON is malformed: ${explanations[code] ?? "this can't be read"}`,
    at: { offset },
  };
}
