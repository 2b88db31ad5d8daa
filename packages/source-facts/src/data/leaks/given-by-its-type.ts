import { childOf, spanOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import type { TypeName } from "../modules.js";
import { typePlace } from "../typed/type-place.js";
import type { Place } from "../values/place.js";
import { givenByType } from "./given-by-type.js";
import { open, rowsOf, together, type Given } from "./given.js";
import { entityOfLibraryType } from "./row-types.js";

/** What calling a function of ours gives, as the compiler infers it. */
export function givenByItsType(called: Place, analysis: Analysis): Given {
  const { module } = called;
  const names = analysis.world.types?.returnedAt(module.file, spanOf(namedBy(called))) ?? null;
  if (!names) return open;
  return { ...together(names.map((name) => ofTypeName(name, called, analysis))), byType: true };
}

function ofTypeName(name: TypeName, place: Place, analysis: Analysis): Given {
  if ("file" in name.declaredIn) return givenByType(typePlace(name, place, analysis), analysis);
  const { external } = name.declaredIn;
  const types = name.args.map((arg) => typePlace(arg, place, analysis));
  const what = { is: "external", module: external, path: name.name.split(".") } as const;
  return rowsOf(entityOfLibraryType(what, types, analysis));
}

/** What the compiler takes for the function: the name of a declaration or a method, or the function. */
function namedBy({ node, module }: Place): SyntaxNode {
  const parent = module.surroundings.get(node)?.parent;
  const isMember = parent && /^(?:MethodDefinition|Property)$/u.test(parent.type);
  return (isMember ? childOf(parent, "key") : childOf(node, "id")) ?? node;
}
