import type {
  ImportedName,
  ImportFact,
  ImportForm,
  OpaqueFact,
  Span,
} from "@domain-isolation/model";
import type { WrittenExport } from "./link-exports.js";
import { spanOf, stringValue } from "../syntax/node.js";
import { createScopes, type Scope, type Scopes } from "../syntax/scopes.js";
import { readSpecifiers } from "./specifiers.js";
import type { ParsedSource, SyntaxNode } from "../syntax/syntax.js";
import type { Ancestors } from "../syntax/walk.js";

/** What the readers of one file share: where facts go, and what names mean. */
export interface Extraction {
  readonly source: ParsedSource;
  readonly imports: ImportFact[];
  readonly exports: WrittenExport[];
  readonly opaque: OpaqueFact[];
  /** Expressions whose reach another fact already tells: the `import()` in `vi.mock(import())`. */
  readonly told: Set<SyntaxNode>;
  readonly scopeAt: (ancestors: Ancestors) => Scope;
  /** Whether the text holds a word at all; hardly any holds these, and every call asks. */
  readonly mentions: (word: string) => boolean;
}

/** Reads what one type of node says. */
export type Reader = (node: SyntaxNode, ancestors: Ancestors, extraction: Extraction) => void;

/** Scopes are worked out only when a reader asks: most files never need them. */
export function createExtraction(source: ParsedSource): Extraction {
  let scopes: Scopes | null = null;
  const mentioned = new Map<string, boolean>();
  return {
    source,
    imports: [],
    exports: [],
    opaque: [],
    told: new Set(),
    scopeAt: (ancestors) => (scopes ??= createScopes(source)).scopeAt(ancestors),
    mentions: (word) => {
      const known = mentioned.get(word);
      if (known !== undefined) return known;
      const isMentioned = source.text.includes(word);
      mentioned.set(word, isMentioned);
      return isMentioned;
    },
  };
}

/** What a reader knows of a reach before its specifier is read. */
export interface Reach {
  readonly form: ImportForm;
  readonly typeOnly?: boolean;
  readonly names?: readonly ImportedName[];
}

export function addImport(
  { imports }: Extraction,
  reach: Reach,
  { text, span }: { readonly text: string; readonly span: Span },
): void {
  const { form, typeOnly = false, names = [] } = reach;
  imports.push({ kind: "import", form, specifier: text, span, typeOnly, names });
}

/**
 * Adds a fact for what the expression in a specifier's place stands for. `specifierOf` makes a
 * specifier of its text, or null where it reaches no module.
 */
export function addReach(
  extraction: Extraction,
  reach: Reach,
  argument: SyntaxNode,
  ancestors: Ancestors,
  specifierOf: (text: string) => string | null = (text) => text,
): void {
  const { known, unknown } = readArgument(extraction, argument, ancestors);
  for (const { text, span } of known) {
    const specifier = specifierOf(text);
    if (specifier !== null) addImport(extraction, reach, { text: specifier, span });
  }
  for (const { reason, span } of unknown) {
    extraction.opaque.push({ kind: "opaque", form: reach.form, span, reason });
  }
}

/** A plain literal, as nearly all are, needs no scopes. */
function readArgument(extraction: Extraction, argument: SyntaxNode, ancestors: Ancestors) {
  const text = stringValue(argument);
  if (text !== null) return { known: [{ text, span: spanOf(argument) }], unknown: [] };
  const place = { node: argument, scope: extraction.scopeAt(ancestors) };
  return readSpecifiers(place, extraction.source.text);
}
