import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { topLevel } from "../evaluate/exported.js";
import type { TypeName } from "../modules.js";
import { at, type Place } from "../values/place.js";

/** A type of a file of ours, as that file would write it; of others, one that says nothing. */
export function typePlace(
  { name, declaredIn }: TypeName,
  around: Place,
  analysis: Analysis,
): Place {
  const module = "file" in declaredIn ? analysis.module(declaredIn.file) : null;
  if (!module) return at(around, { type: "TSUnknownKeyword" });
  return topLevel(module, name === "*" ? wholeModule(module.file) : typeNode(name));
}

/** `A.B`, `typeof A.B` */
function typeNode(name: string): SyntaxNode {
  const ofValue = /^typeof (?<value>.*)$/su.exec(name)?.groups?.value;
  return ofValue === undefined
    ? { type: "TSTypeReference", typeName: nameNode(name) }
    : { type: "TSTypeQuery", exprName: nameNode(ofValue) };
}

function nameNode(name: string): SyntaxNode {
  const [first = "", ...rest] = name.split(".");
  return rest.reduce<SyntaxNode>(
    (left, right) => ({
      type: "TSQualifiedName",
      left,
      right: { type: "Identifier", name: right },
    }),
    { type: "Identifier", name: first },
  );
}

/** `typeof import("./schema.ts")` */
function wholeModule(file: string): SyntaxNode {
  const value = `./${file.slice(file.lastIndexOf("/") + 1)}`;
  return {
    type: "TSTypeQuery",
    exprName: { type: "TSImportType", source: { type: "Literal", value } },
  };
}
