import {
  childOf,
  childrenOf,
  identifierName,
  type Analysis,
  type DataModule,
  type Place,
} from "@domain-isolation/source-facts";
import type { NamedDirections } from "./code-tree.js";
import { literalOf } from "./literals.js";
import { directionsIn, topOf } from "./migration-functions.js";
import { propertyOf } from "./origin.js";

/** The classes of a module that have an `up`: each is a migration, named after its class. */
export function classMigrations(
  module: DataModule,
  analysis: Analysis,
): readonly NamedDirections[] {
  return childrenOf(module.source.program, "body").flatMap((statement) => {
    const cls = classIn(statement);
    const place = cls && topOf(module, cls);
    const directions = place && directionsIn({ is: "class", place }, module, analysis);
    return directions ? [{ id: nameOf(place, analysis), ...directions }] : [];
  });
}

/** `export class X`, `class X`, `module.exports = class X` */
function classIn(statement: Place["node"]): Place["node"] | null {
  const declared =
    childOf(statement, "declaration") ?? childOf(statement, "expression") ?? statement;
  const cls = declared.type === "AssignmentExpression" ? childOf(declared, "right") : declared;
  const isClass = cls?.type === "ClassDeclaration" || cls?.type === "ClassExpression";
  return isClass && cls.abstract !== true ? cls : null;
}

/** What its property `name` says, else its own name. */
function nameOf(place: Place, analysis: Analysis): string {
  const given = propertyOf(place, "name", analysis);
  const literal = given && literalOf(given, analysis);
  const own = identifierName(childOf(place.node, "id")) ?? "";
  return literal?.is === "text" ? literal.text : own;
}
