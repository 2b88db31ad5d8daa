import type { ImportFact } from "@domain-isolation/model";
import { astroFrontmatter } from "./astro-frontmatter.js";
import { findScripts, type ScriptElement } from "./find-scripts.js";

/** The scripts of a component, in a text of the same length, so that offsets hold. */
export interface ScriptBlocks {
  readonly text: string;
  readonly lang: ScriptLang;
  /** `<script src="./x.ts">` */
  readonly sources: readonly ImportFact[];
}

export type ScriptLang = "ts" | "tsx" | "js" | "jsx";

const component = /\.(vue|svelte|astro)$/u;

/** The scripts of a `.vue`, `.svelte` or `.astro` file; null of any other. Never throws. */
export function scriptBlocks(text: string, file: string): ScriptBlocks | null {
  const format = component.exec(file)?.[1];
  if (format !== "vue" && format !== "svelte" && format !== "astro") return null;
  const frontmatter = format === "astro" ? astroFrontmatter(text) : null;
  const scripts = findScripts(text, format, frontmatter?.after ?? 0).filter(isProgram);
  const parts = [...(frontmatter ? [frontmatter] : []), ...scripts];
  const langs = new Set(scripts.map(langOf));
  const lang = format === "astro" ? "ts" : (langOrder.find((each) => langs.has(each)) ?? "js");
  return { text: keepOnly(text, parts), lang, sources: scripts.flatMap(sourceOf) };
}

const langOrder = ["tsx", "ts", "jsx", "js"] as const;
const programTypes =
  /^(?:module|(?:text|application)\/(?:java|ecma|type|babel|x-)?script.*|ts|js)?$/iu;

/** Not a block of JSON or a template; what Astro calls `is:inline` is left to the browser. */
function isProgram({ attributes }: ScriptElement): boolean {
  const isInline = "is:inline" in attributes || "define:vars" in attributes;
  return !isInline && programTypes.test(attributes.type ?? "");
}

function langOf({ attributes }: ScriptElement): ScriptLang {
  const lang = attributes.lang ?? attributes.type ?? "";
  if (/^(?:tsx|jsx)$/u.test(lang)) return lang === "tsx" ? "tsx" : "jsx";
  return /^ts$|typescript/u.test(lang) ? "ts" : "js";
}

function sourceOf({ attributes, source }: ScriptElement): readonly ImportFact[] {
  const specifier = attributes.src ?? "";
  if (!source || specifier === "" || /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(specifier)) return [];
  const fact = { kind: "import", form: "script-src", specifier, span: source } as const;
  return [{ ...fact, typeOnly: false, names: [] }];
}

/** Blanks what is between the parts; each ends in a `;`, as two may stand on one line. */
function keepOnly(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
) {
  let kept = "";
  for (const { start, end } of parts) {
    if (start === end) continue;
    kept += blank(text.slice(kept.length, start)) + text.slice(start, end);
    if (end < text.length) kept += ";";
  }
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n\r\u2028\u2029]/gu, (character) => " ".repeat(character.length));
}
