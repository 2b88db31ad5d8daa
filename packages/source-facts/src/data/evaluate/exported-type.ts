import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import type { Analysis } from "../analysis.js";
import type { NameTarget } from "../modules.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { External, Value } from "../values/value.js";
import { exportValue, topLevel } from "./exported.js";

/** Where the name of a type leads. */
export type TypeTarget =
  { readonly external: External } | { readonly file: string; readonly name: string };

/** Follows `A.B` from where it stands: through imports, or to a type of the same file. */
export function typeTarget(
  [root = "", ...path]: readonly string[],
  { module, scope }: Place,
  analysis: Analysis,
): TypeTarget | null {
  const imported = lookUp(root, scope)[0]?.imported;
  if (!imported) return ownTarget(root, path, module, scope);
  const name = imported.name === "*" ? path[0] : imported.name;
  const rest = imported.name === "*" ? path.slice(1) : path;
  if (name === undefined) return null;
  return restOf(analysis.world.resolve(module.file, imported.specifier, name), rest);
}

/** What the file doesn't declare is there without an import. */
function ownTarget(
  root: string,
  path: readonly string[],
  module: DataModule,
  scope: Scope,
): TypeTarget | null {
  const isDeclared = module.types.has(root) || lookUp(root, scope).length > 0;
  if (isDeclared) return path.length === 0 ? { file: module.file, name: root } : null;
  return { external: { is: "external", module: "", path: [root, ...path] } };
}

/** What is behind a name that an import gives. */
export function restOf(target: NameTarget | null, rest: readonly string[]): TypeTarget | null {
  if (!target) return null;
  if ("file" in target) return rest.length === 0 ? target : null;
  const own = target.name === "default" || target.name === "*" ? [] : [target.name];
  return { external: { is: "external", module: target.external, path: [...own, ...rest] } };
}

/** `type Lazy<T> = () => T`, with what `T` stands for. */
function withTypes(place: Place, given: readonly Place[], analysis: Analysis): Place {
  const parameters = childOf(place.node, "typeParameters");
  if (!parameters || given.length === 0) return place;
  const types = new Map(
    childrenOf(parameters, "params").flatMap((parameter, index) => {
      const name = identifierName(childOf(parameter, "name"));
      const type = given[index];
      return name !== null && type ? [[name, analysis.evaluateType(type)] as const] : [];
    }),
  );
  const frame = { of: place.node, args: [], receiver: null, types, outer: null, depth: 0 };
  return { ...place, frame };
}

/** A value of the type that a file of ours calls so, with these for its type parameters. */
export function exportedType(
  { file, name }: Extract<TypeTarget, { file: string }>,
  analysis: Analysis,
  given: readonly Place[] = [],
): Value | null {
  const module = analysis.module(file);
  if (!module) return null;
  const exported = module.exports.named.get(name);
  const local = exported && "local" in exported ? exported.local : name;
  const type = module.types.get(local);
  if (type) return analysis.evaluateType(withTypes(topLevel(module, type), given, analysis));
  if (exported) return exportValue(file, name, analysis);
  const declared = lookUp(name, module.root).length > 0;
  return declared ? analysis.evaluate(topLevel(module, { type: "Identifier", name })) : null;
}
