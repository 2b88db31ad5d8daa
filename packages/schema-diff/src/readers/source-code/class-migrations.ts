import {
  childOf,
  childrenOf,
  identifierName,
  type Analysis,
  type DataModule,
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
    const declared =
      childOf(statement, "declaration") ?? childOf(statement, "expression") ?? statement;
    const cls = declared.type === "AssignmentExpression" ? childOf(declared, "right") : declared;
    const isClass = cls?.type === "ClassDeclaration" || cls?.type === "ClassExpression";
    if (!cls || !isClass || cls.abstract === true) return [];
    const place = topOf(module, cls);
    const directions = directionsIn({ is: "class", place }, module, analysis);
    if (!directions) return [];
    const given = propertyOf(place, "name", analysis);
    const literal = given && literalOf(given, analysis);
    const own = identifierName(childOf(cls, "id")) ?? "";
    return [{ id: literal?.is === "text" ? literal.text : own, ...directions }];
  });
}
