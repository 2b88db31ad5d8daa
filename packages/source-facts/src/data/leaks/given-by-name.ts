import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import { at, type Place } from "../values/place.js";
import { givenByType } from "./given-by-type.js";
import { givenByValue, ofEvaluated, type Look } from "./given-by-value.js";
import { open, plain, together, type Given } from "./given.js";

/** What a name stands for: by its type, by what it was made of, and by what was assigned to it. */
export function givenByName(place: Place, look: Look): Given {
  const name = identifierName(place.node) ?? "";
  if (name === "undefined") return plain;
  const [declaration] = lookUp(name, place.scope);
  if (declaration?.node.type !== "VariableDeclarator") return ofEvaluated(place, look);
  const around: Place = { ...place, scope: declaration.scope };
  const declared = declaredType(declaration, around, look);
  if (!declared.isOpen) return declared;
  const evaluated = ofEvaluated(place, look);
  return evaluated.isOpen ? ofValues(name, declaration, around, look) : evaluated;
}

/** `const user: User = …` */
function declaredType({ node }: Declaration, place: Place, { analysis }: Look): Given {
  const id = childOf(node, "id");
  const type = id && identifierName(id) !== null ? childOf(id, "typeAnnotation") : null;
  return type ? givenByType(at(place, type), analysis) : open;
}

function ofValues(name: string, declaration: Declaration, place: Place, look: Look): Given {
  const { node, path, kind, scope } = declaration;
  const init = childOf(node, "init");
  const { within = [] } = look;
  if ((!init && kind === "const") || within.includes(node)) return open;
  const inside: Look = { ...look, within: [...within, node] };
  const isWhole = path?.length === 0 || isFirstElement(name, declaration);
  const begun = init ? (isWhole ? [givenByValue(at(place, init), inside)] : [open]) : [];
  const assigned = (kind === "variable" ? (place.module.assignments.get(name) ?? []) : [])
    .filter((each) => lookUp(name, each.scope)[0]?.scope === scope)
    .map((each) => givenByValue({ ...place, node: each.value, scope: each.scope }, inside));
  return together([...begun, ...assigned]);
}

/** `const [user] = await …`: the second may be how many there are. */
function isFirstElement(name: string, { node }: Declaration): boolean {
  const id = childOf(node, "id");
  const [first] = id?.type === "ArrayPattern" ? childrenOf(id, "elements") : [];
  return first !== undefined && identifierName(first) === name;
}
