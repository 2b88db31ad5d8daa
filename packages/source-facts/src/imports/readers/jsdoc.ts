import type { ImportedName } from "@domain-isolation/model";
import { addImport, type Extraction } from "../extraction.js";
import { spanOf } from "../../syntax/node.js";

/** Files in which TypeScript takes types from comments; Svelte's and Vue's may be JavaScript. */
const withJSDoc = /\.(?:[cm]?js|jsx|vue|svelte)$/u;

/**
 * `@type {import("x").T}` and `@import { T } from "x"`.
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html
 */
export function readJSDoc(extraction: Extraction): void {
  const { comments, file } = extraction.source;
  if (!withJSDoc.test(file)) return;
  for (const comment of comments) {
    if (comment.type !== "Block" || !comment.value.startsWith("*")) continue;
    if (!comment.value.includes("import")) continue;
    // Blanked, the stars that decorate the lines are no part of what spans them.
    const text = comment.value.replaceAll(/^\s*\*+/gmu, (stars) => stars.replaceAll("*", " "));
    const offset = spanOf(comment).start + "/*".length;
    readTypes(text, offset, extraction);
    readImportTags(text, offset, extraction);
  }
}

/** A tag with the brace that opens its type; of some, TypeScript takes a type without braces. */
const typeTag =
  /@(?:type|param|arg|argument|returns?|typedef|prop|property|template|satisfies|extends|augments|implements|this|enum|throws|exception|callback|overload|yields?|const|constant|member|var)\s*\{|@(?:type|this|enum)\s(?!\s*\{)/gu;
const importType =
  /(?:typeof\s+)?\bimport\s*\(\s*("[^"]*"|'[^']*')[^()]*\)(?:\s*\.\s*([\p{ID_Start}$_][\p{ID_Continue}$]*))?/gu;

function readTypes(text: string, offset: number, extraction: Extraction): void {
  for (const { index, 0: tag } of text.matchAll(typeTag)) {
    const start = index + tag.length;
    const end = tag.endsWith("{") ? closingBrace(text, start) : lineEnd(text, start);
    for (const match of text.slice(start, end).matchAll(importType)) {
      const { index: at, 0: whole, 1: literal = "", 2: name } = match;
      const from = offset + start + at;
      const quote = from + whole.indexOf(literal);
      const span = { start: from, end: from + whole.length };
      addImport(
        extraction,
        { form: "jsdoc", typeOnly: true, names: [{ name: name ?? "*", typeOnly: true, span }] },
        { text: literal.slice(1, -1), span: { start: quote, end: quote + literal.length } },
      );
    }
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** Where the brace is closed that was opened before `start`. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === "{") depth++;
    if (text[index] === "}" && --depth === 0) return index;
  }
  return text.length;
}

const importTag = /@import\s+([^"'@]*?)\s*\bfrom\s*("[^"]*"|'[^']*')/gu;

function readImportTags(text: string, offset: number, extraction: Extraction): void {
  for (const { index, 0: whole, 1: clause = "", 2: literal = "" } of text.matchAll(importTag)) {
    const end = offset + index + whole.length;
    const start = offset + index + whole.indexOf(clause, "@import".length);
    addImport(
      extraction,
      { form: "jsdoc", typeOnly: true, names: namesOf(clause, start) },
      { text: literal.slice(1, -1), span: { start: end - literal.length, end } },
    );
  }
}

const clausePart =
  /\*\s*as\s+(?<namespace>[^\s,{}]+)|(?:type\s+)?(?<name>[^\s,{}]+)(?:\s+as\s+(?<local>[^\s,{}]+))?/gu;

/** The names of an import clause: `A, { B as C }`, `* as D`. What stands outside braces is default. */
function namesOf(clause: string, offset: number): readonly ImportedName[] {
  const brace = clause.indexOf("{");
  return Array.from(clause.matchAll(clausePart), ({ index, 0: whole, groups }) => {
    const { namespace, name = "", local = name } = groups ?? {};
    const span = { start: offset + index, end: offset + index + whole.length };
    if (namespace !== undefined) return { name: "*", local: namespace, typeOnly: true, span };
    const isNamed = brace !== -1 && index > brace;
    return { name: isNamed ? name : "default", local, typeOnly: true, span };
  });
}
