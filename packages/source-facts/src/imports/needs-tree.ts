import { allowanceMark } from "../allowances/allowance-text.js";
import type { ModuleRecord } from "./module-record.js";
import { mockMethods } from "./readers/mock.js";

/** What may stand between two tokens and hide that they belong together. */
const comment = String.raw`\/[*/]`;
/** After a function's name, where it is called: `f(`, `f?.(`, `f!(`, `f<T>(`, `(f)(`, `(f as any)(` */
const called = String.raw`\s*(?:[()!?<]|${comment}|as\b|satisfies\b)`;
/** Braces with nothing but comments in them. */
const emptyBraces = String.raw`\{(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*\}`;
const methods = mockMethods.filter((method) => method !== "module").join("|");

/** Words with which every form begins that the module record doesn't hold. */
const words = [
  // import(), import("x").T, import.meta, in every spelling that a comment allows
  String.raw`\bimport\s*(?:\(|${comment}|\.\s*(?:meta\b|defer\b|source\b|${comment}))`,
  // require("x"), require.resolve, import a = require("x"), but not "they require a user"
  String.raw`\brequire(?:${called}|\s*[.["'\x60])`,
  String.raw`\bcreateRequire\b|\bworker_threads\b`,
  // module.exports = a, exports.a = b, module["exports"]
  String.raw`\bexports(?:["'\x60]|\s*(?:[.[=!)]|${comment}|as\b))`,
  String.raw`\bexport\s*(?:=|${comment}|(?:type\s*)?${emptyBraces}\s*(?:from\b|${comment})|type\s*(?:${comment}|${emptyBraces}))`,
  String.raw`\bexport\s+default\s*(?:\/|\([^)]*${comment})`,
  String.raw`<reference\b`,
  String.raw`\b(?:Shared)?Worker(?:${called})`,
  // jest.mock("x"), vi["mock"]("x"), but not the `spy.mock.calls` of nearly every test
  String.raw`(?:\.|\*\/|\/\/[^\n]*)\s*(?:${methods})(?:${called})`,
  String.raw`["'\x60](?:${methods})["'\x60]\s*(?:\]|${comment})`,
  String.raw`\bmock\s*\.\s*module\b`,
  // An identifier may be written with escapes of its letters.
  String.raw`\\u\{?0*(?:4[1-9a-fA-F]|5[0-9aA]|6[1-9a-fA-F]|7[0-9aA])`,
];
export const beyondRecord = new RegExp(words.join("|"), "gu");
const augmentation = new RegExp(String.raw`(?:^|[\s/;{}])module\s*(?:["']|${comment})`, "u");
const withJSDoc = /\.(?:[cm]?js|jsx|vue|svelte)$/u;

/**
 * Whether a file may hold something that oxc's module record doesn't show. A look at the text, so a
 * comment can make it say true; false is certain. With the record at hand it also knows that
 * `declare module` reaches nothing from a file that is no module itself, unless it imports inside.
 */
export function needsTree(text: string, file: string, record?: ModuleRecord): boolean {
  if (text.search(beyondRecord) !== -1 || (withJSDoc.test(file) && text.includes("@import")))
    return true;
  if (text.includes(allowanceMark)) return true;
  if (record && givesAwayImports(record)) return true;
  if (!augmentation.test(text)) return false;
  return record?.hasModuleSyntax !== false || /\b(?:import|from)\b/u.test(text);
}

/**
 * `import { a } from "x"; export { a }`: of such names oxc's record says, depending on its version,
 * neither whether they are types nor that they are defaults. It puts them under the import.
 */
function givesAwayImports({ staticImports, staticExports }: ModuleRecord): boolean {
  const imports = new Set(staticImports.map(({ start }) => start));
  return staticExports.some(({ start }) => imports.has(start));
}
