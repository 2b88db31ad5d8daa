import { childOf, stringValue } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import type { Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { moduleValue } from "./evaluate.js";
import { qualifiedName } from "./evaluate-type.js";
import { restOf, type TypeTarget } from "./exported-type.js";

/** Where `import("./user").User` leads. */
export function importTarget(place: Place, analysis: Analysis): TypeTarget | null {
  const specifier = stringValue(childOf(place.node, "source"));
  const [name, ...rest] = importedName(place);
  if (specifier === null || name === undefined) return null;
  return restOf(analysis.world.resolve(place.module.file, specifier, name), rest);
}

/** `typeof import("./schema")`, `typeof import("./schema").users` */
export function importedValue(place: Place, analysis: Analysis): Value | null {
  const specifier = stringValue(childOf(place.node, "source"));
  let value = specifier === null ? null : moduleValue(place.module.file, specifier, analysis);
  for (const key of importedName(place)) value = analysis.member(value, key, place);
  return value;
}

function importedName({ node }: Place): readonly string[] {
  const qualifier = childOf(node, "qualifier");
  return qualifier ? qualifiedName(qualifier) : [];
}
