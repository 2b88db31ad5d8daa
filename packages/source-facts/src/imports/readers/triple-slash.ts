import { addImport, type Extraction } from "../extraction.js";
import { childrenOf, spanOf } from "../../syntax/node.js";

const reference = /^\/\s*<reference\s.*?\/>/su;
const attribute = /\s(path|types)\s*=\s*("[^"]*"|'[^']*')/gu;

/**
 * `/// <reference path="./x.d.ts" />` and `types="x"`, where TypeScript honours them: before the
 * first statement. https://www.typescriptlang.org/docs/handbook/triple-slash-directives.html
 */
export function readTripleSlash(extraction: Extraction): void {
  const { program, comments, text } = extraction.source;
  const first = childrenOf(program, "body")[0];
  const limit = first ? spanOf(first).start : text.length;
  for (const comment of comments) {
    const { start } = spanOf(comment);
    if (comment.type !== "Line" || start >= limit || !reference.test(comment.value)) continue;
    const offset = start + "//".length;
    for (const { 0: whole, 1: name, 2: literal = "", index } of comment.value.matchAll(attribute)) {
      const end = offset + index + whole.length;
      const specifier = literal.slice(1, -1);
      addImport(
        extraction,
        { form: "triple-slash", typeOnly: true },
        {
          text: name === "path" ? relative(specifier) : specifier,
          span: { start: end - literal.length, end },
        },
      );
    }
  }
}

/** `path="x.d.ts"` is relative to the file, whereas `types="x"` names a package. */
function relative(path: string): string {
  return /^(?:\.{1,2}\/|\/|[a-z]:)/iu.test(path) ? path : `./${path}`;
}
