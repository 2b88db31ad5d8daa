import type { ImportedName } from "@domain-isolation/model";
import { addImport, addReach, type Extraction, type Reader } from "../extraction.js";
import { globSpecifier } from "../glob-patterns.js";
import { childOf, childrenOf, keyName, spanOf, stringValue, unwrap } from "../../syntax/node.js";
import { isImportMeta } from "../../syntax/own-file.js";
import { readSpecifiers } from "../specifiers.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";

const globs = new Set(["glob", "globEager"]);

/** `import.meta.resolve("x")`, Vite's `import.meta.glob("./*.ts")` */
export const readImportMetaCall: Reader = (node, ancestors, extraction) => {
  const callee = unwrap(childOf(node, "callee"));
  const [argument, options] = childrenOf(node, "arguments");
  if (!callee || !argument || !isImportMeta(unwrap(childOf(callee, "object")))) return;
  const method = keyName(callee, "property") ?? "";
  if (method === "resolve") {
    addReach(extraction, { form: "import-meta-resolve" }, argument, ancestors);
  } else if (globs.has(method)) {
    addGlob(argument, options ?? null, ancestors, extraction);
  }
};

function addGlob(
  argument: SyntaxNode,
  options: SyntaxNode | null,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  const patterns = unwrap(argument);
  if (!patterns) return;
  const scope = extraction.scopeAt(ancestors);
  const elements =
    patterns.type === "ArrayExpression" ? childrenOf(patterns, "elements") : [patterns];
  const read = elements.map((node) => readSpecifiers({ node, scope }, extraction.source.text));
  const known = read.flatMap((each) => each.known);
  const negatives = known.filter(({ text }) => text.startsWith("!")).map(({ text }) => text);
  for (const { text, span } of known) {
    if (text.startsWith("!")) continue;
    const reach = { form: "import-meta-glob", names: [globName(options, argument)] } as const;
    addImport(extraction, reach, { text: globSpecifier(text, negatives), span });
  }
  for (const { reason, span } of read.flatMap((each) => each.unknown)) {
    extraction.opaque.push({ kind: "opaque", form: "import-meta-glob", span, reason });
  }
}

/** `import.meta.glob("./*.ts", { import: "setup" })` takes one name of each file. */
function globName(options: SyntaxNode | null, argument: SyntaxNode): ImportedName {
  const properties = options ? childrenOf(options, "properties") : [];
  const value = properties
    .filter((property) => property.type === "Property" && keyName(property, "key") === "import")
    .map((property) => childOf(property, "value"))[0];
  const name = stringValue(value ?? null);
  const span = spanOf(name !== null && value ? value : argument);
  return { name: name ?? "*", typeOnly: false, span };
}
