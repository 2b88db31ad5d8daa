import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { extractFromRecord, extractFromTree, isSourceFile, needsTree } from "../src/index.js";
import { parseWithOxc } from "./parsers.js";

const name = fc.constantFrom(
  "a",
  "b",
  "c",
  "type",
  "as",
  "from",
  "default as d",
  "a as type",
  "a as 'x y'",
);
const local = fc.constantFrom("a", "b", "ns", "T", "type", "declare");
const specifier = fc.constantFrom(`"./x"`, `'./y.js'`, `"pkg"`, `"./é/日本"`);
const space = fc.constantFrom(" ", "\n", " /* import( */ ", " // require(\n", "\t");
const word = fc.constantFrom("", "type ");
const names = fc.array(
  fc.tuple(word, name).map((parts) => parts.join("")),
  { maxLength: 3 },
);

/** Statements of modules, a few of them not valid: what oxc takes must give the same facts. */
const statement = fc.oneof(
  fc
    .tuple(word, names, space, specifier)
    .map(([type, list, gap, from]) => `import ${type}{${list.join(",")}}${gap}from ${from};`),
  fc
    .tuple(word, local, space, specifier)
    .map(([type, id, gap, from]) => `import${gap}${type}${id} from ${from};`),
  fc
    .tuple(word, local, specifier)
    .map(([type, id, from]) => `import ${type}* as ${id} from ${from};`),
  fc
    .tuple(local, names, specifier)
    .map(([id, list, from]) => `import ${id}, {${list.join(",")}} from ${from};`),
  specifier.map((from) => `import ${from};`),
  fc
    .tuple(word, names, space, specifier)
    .map(([type, list, gap, from]) => `export ${type}{${list.join(",")}}${gap}from ${from};`),
  fc.tuple(word, space, specifier).map(([type, gap, from]) => `export ${type}*${gap}from ${from};`),
  fc
    .tuple(word, local, specifier)
    .map(([type, id, from]) => `export ${type}* as ${id} from ${from};`),
  fc.tuple(word, names).map(([type, list]) => `export ${type}{${list.join(",")}};`),
  fc
    .tuple(fc.constantFrom("", "(", "(( "), local)
    .map(([open, id]) => `export default ${open}${id}${")".repeat(open.trim().length)};`),
  local.map((id) => `export const { ${id}: [${id}1, ...${id}2], ...${id}3 }: any = 0, ${id}4 = 1;`),
  local.map((id) => `export function ${id}(x: string): void; export function ${id}(x: any) {}`),
  local.map(
    (id) => `export interface ${id} {} export type ${id} = 1; export declare const ${id}: 1;`,
  ),
  local.map(
    (id) => `@dec export class ${id} {} export abstract class ${id}1 {} export enum ${id}2 {}`,
  ),
  local.map(
    (id) =>
      `export namespace ${id}.inner { export const a = 1 } export declare namespace ${id}1 {}`,
  ),
  fc.constantFrom(
    "export default interface a {}",
    "export default abstract class {}",
    "@dec export default class b {}",
    "export default () => a;",
    "export default (a, b) => (a);",
    "export default a as any;",
    "export import z = a.b;",
    "import { b } from './x'; export type b = 1; export interface c {}",
    "export {};",
    "let text = 'no import here';",
  ),
);

function factsOf(text: string, file: string) {
  const { module, program, errors } = parseSync(file, text, { showSemanticErrors: true });
  const tree = extractFromTree(parseWithOxc(text, file));
  const isBroken = program.body.length === 0;
  const record = extractFromRecord(module, text);
  const isEnough = !needsTree(text, file, module);
  return { record, tree, isBroken, isEnough, isValid: errors.length === 0 };
}

test("where the record suffices, it gives the facts of the tree", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (statements) => {
      const text = statements.join("\n");
      const { record, tree, isValid, isEnough } = factsOf(text, "a.ts");
      if (!isValid || !isEnough) return;
      compared++;
      expect(record).toEqual(tree);
    }),
    { numRuns: 6000, seed: 1 },
  );
  expect(compared).toBeGreaterThan(500);
});

const packages = new URL("../../", import.meta.url);
const ours = readdirSync(packages, { recursive: true, encoding: "utf8" })
  .filter((file) => isSourceFile(file) && !/(?:^|\/)(?:dist|node_modules)\//u.test(file))
  .sort();

test("so it does for the sources around it", () => {
  const compared = ours.filter((file) => {
    const text = readFileSync(new URL(file, packages), "utf8");
    const { record, tree, isBroken, isEnough } = factsOf(text, file);
    if (isBroken || !isEnough) return false;
    expect(record, file).toEqual(tree);
    return true;
  });
  expect(compared.length).toBeGreaterThan(ours.length / 2);
});

/** Where the text of a program is cut, and with what it is mended. */
const forms = new URL("../../../fixtures/import-forms/src/", import.meta.url);
const program = fc.constantFrom(
  ...readdirSync(forms)
    .filter((file) => /\.[cm]?[jt]s$/u.test(file))
    .map((file) => readFileSync(new URL(file, forms), "utf8")),
);

test("nothing throws, whatever the text", () => {
  const cut = fc
    .tuple(program, fc.nat(), fc.nat(40), fc.string({ unit: "grapheme", maxLength: 8 }))
    .map(([text, at, length, patch]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + patch + text.slice(from + length);
    });
  fc.assert(
    fc.property(fc.oneof(cut, fc.string({ unit: "binary" })), (text) => {
      const { tree } = factsOf(text, "a.js");
      for (const { span } of tree.imports) expect(span.end).toBeLessThanOrEqual(text.length);
      factsOf(text, "a.tsx");
    }),
    { numRuns: 2000, seed: 1 },
  );
});
