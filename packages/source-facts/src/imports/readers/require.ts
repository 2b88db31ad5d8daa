import { addReach, type Extraction, type Reach, type Reader } from "../extraction.js";
import { requireBase, type RequireBase } from "../module-functions.js";
import { childOf, childrenOf, keyName, spanOf, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { takenNames } from "../taken-names.js";
import type { Ancestors } from "../../syntax/walk.js";

/** `require("x")`, `require.resolve("x")`, `require.context(…)`, and the same of `createRequire` */
export const readRequire: Reader = (node, ancestors, extraction) => {
  const callee = unwrap(childOf(node, "callee"));
  const [argument] = childrenOf(node, "arguments");
  if (!callee || !argument) return;
  const base = requireBase(callee, ancestors, extraction);
  if (base) {
    const names = takenNames(node, ancestors, "module");
    addRequire({ form: "require", names }, base, argument, ancestors, extraction);
    return;
  }
  const object = callee.type === "MemberExpression" ? childOf(callee, "object") : null;
  const method = object && keyName(callee, "property");
  if (method !== "resolve" && method !== "context") return;
  const resolveBase = requireBase(object, ancestors, extraction);
  if (!resolveBase) return;
  if (method === "context") addContext(node, argument, extraction);
  else addRequire({ form: "require-resolve" }, resolveBase, argument, ancestors, extraction);
};

function addRequire(
  reach: Reach,
  base: RequireBase,
  argument: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  addReach(extraction, reach, argument, ancestors, (specifier) => {
    if (base === "here" || !specifier.startsWith(".")) return specifier;
    const reason = `\`${specifier}\` is relative to another place than this file`;
    extraction.opaque.push({ kind: "opaque", form: reach.form, span: spanOf(argument), reason });
    return null;
  });
}

/** webpack's: its files are chosen by a regular expression when the bundle is made. */
function addContext(call: SyntaxNode, folder: SyntaxNode, { source, opaque }: Extraction): void {
  const { start, end } = spanOf(folder);
  const reason = `\`require.context\` takes every file below ${source.text.slice(start, end)} that matches when it is bundled`;
  opaque.push({ kind: "opaque", form: "require", span: spanOf(call), reason });
}

/** Where a call reads its argument as a specifier, so that nobody else needs to. */
export function isResolveCall(
  node: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): boolean {
  const callee = unwrap(childOf(node, "callee"));
  if (callee?.type !== "MemberExpression" || keyName(callee, "property") !== "resolve")
    return false;
  const object = unwrap(childOf(callee, "object"));
  return object?.type === "MetaProperty" || requireBase(object, ancestors, extraction) !== null;
}
