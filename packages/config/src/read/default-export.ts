import type {
  AssignmentTarget,
  Expression,
  ModuleExportName,
  Program,
  Statement,
} from "oxc-parser";
import type { Constants, ExportedNode } from "./script-places.js";

/** What a script exports by default, or as `module.exports`; null where it can't be told. */
export function findDefaultExport(program: Program): ExportedNode | null {
  for (const statement of program.body) {
    const found = exportedBy(statement, topLevelConstants(program));
    if (found) return found;
  }
  return null;
}

export function topLevelConstants({ body }: Program): Constants {
  const declarations = body.flatMap((statement) => {
    const isExported = statement.type === "ExportNamedDeclaration";
    const declared = isExported ? statement.declaration : statement;
    return declared?.type === "VariableDeclaration" && declared.kind === "const"
      ? declared.declarations
      : [];
  });
  return new Map(
    declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && init ? [[id.name, init] as const] : [],
    ),
  );
}

function exportedBy(statement: Statement, constants: Constants): ExportedNode | null {
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration;
  if (statement.type === "ExportNamedDeclaration") {
    const named = statement.specifiers.find(({ exported }) => nameOf(exported) === "default");
    return named ? (constants.get(nameOf(named.local)) ?? null) : null;
  }
  return statement.type === "ExpressionStatement" ? moduleExports(statement.expression) : null;
}

function moduleExports(expression: Expression): Expression | null {
  if (expression.type !== "AssignmentExpression") return null;
  return isModuleExports(expression.left) ? expression.right : null;
}

function isModuleExports(target: AssignmentTarget): boolean {
  return (
    target.type === "MemberExpression" &&
    target.object.type === "Identifier" &&
    target.object.name === "module" &&
    target.property.type === "Identifier" &&
    target.property.name === "exports"
  );
}

function nameOf(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
