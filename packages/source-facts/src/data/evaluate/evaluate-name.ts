import { childOf, identifierName } from "../../syntax/node.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { isProcessEnvironment } from "../environment/environment-value.js";
import type { DataModule } from "../values/data-module.js";
import { at, outermost, type Frame, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { evaluateParameter } from "./evaluate-parameter.js";
import { moduleValue } from "./evaluate.js";
import { exportValue } from "./exported.js";

/** What a name means where it stands. */
export function evaluateName(place: Place, analysis: Analysis): Value | null {
  const name = identifierName(place.node) ?? "";
  const [declaration] = lookUp(name, place.scope);
  if (!declaration) return null;
  switch (declaration.kind) {
    case "import":
      return importedValue(declaration, place.module, analysis);
    case "parameter":
      return evaluateParameter(declaration, place, analysis);
    case "const":
    case "variable":
      return variableValue(declaration, name, place, analysis);
    default:
      return analysis.evaluate(at(declaredAt(declaration, place), declaration.node));
  }
}

/** No call knows more of what is declared outside of all functions than another. */
function declaredAt({ scope }: Declaration, { node, module, frame }: Place): Place {
  return { node, scope, module, frame: frame && scope.parent === null ? outermost : frame };
}

function importedValue(
  { imported }: Declaration,
  { file }: DataModule,
  analysis: Analysis,
): Value | null {
  if (!imported) return null;
  const { specifier, name } = imported;
  return name === "*"
    ? moduleValue(file, specifier, analysis)
    : importValue(file, specifier, name, analysis);
}

/** What a module gives as `name` to a file that imports it. */
export function importValue(
  file: string,
  specifier: string,
  name: string,
  analysis: Analysis,
): Value | null {
  const target = analysis.world.resolve(file, specifier, name);
  if (!target) return null;
  if ("file" in target) return exportValue(target.file, target.name, analysis);
  const path = target.name === "default" || target.name === "*" ? [] : [target.name];
  const whole = { is: "external", module: target.external, path: [] } as const;
  if (path.length === 1 && isProcessEnvironment(whole, target.name)) return { is: "environment" };
  return { is: "external", module: target.external, path };
}

function variableValue(
  declaration: Declaration,
  name: string,
  place: Place,
  analysis: Analysis,
): Value | null {
  if (declaration.node.type !== "VariableDeclarator") return null;
  const around = declaredAt(declaration, place);
  const value = declaredValue(declaration, around, analysis);
  if (value && value.is !== "parameter") return value;
  return (
    typedValue(declaration, around, analysis) ?? assignedValue(name, around, analysis) ?? value
  );
}

/** Of what a variable is made of; the elements of a list that is gone through are like the first. */
function declaredValue(
  { node, path, iterated, scope }: Declaration,
  around: Place,
  analysis: Analysis,
): Value | null {
  const made = iterated ?? childOf(node, "init");
  if (!made || !path) return null;
  const element = iterated && elementOf(scope.node, around.frame);
  let value = analysis.evaluate(element ?? { ...around, node: made });
  for (const key of iterated && !element ? ["0", ...path] : path) {
    value = value && analysis.member(value, key, at(around, node));
  }
  return value;
}

/** The element with which the body of a loop is entered, where a frame tells it. */
export function elementOf(loop: SyntaxNode, frame: Frame | null): Place | null {
  for (let round = frame; round; round = round.outer) {
    if (round.of === loop) return round.args[0] ?? null;
  }
  return null;
}

function typedValue({ node, path }: Declaration, place: Place, analysis: Analysis): Value | null {
  const id = childOf(node, "id");
  const annotation = id && childOf(id, "typeAnnotation");
  if (!annotation || !path) return null;
  let value = analysis.evaluateType(at(place, annotation));
  for (const key of path) value = value && analysis.member(value, key, at(place, node));
  return value;
}

/** `let client; … client = new Client();` */
function assignedValue(name: string, place: Place, analysis: Analysis): Value | null {
  for (const { value, scope, operator } of place.module.assignments.get(name) ?? []) {
    if (!operator.endsWith("=") || operator === "+=") continue;
    if (lookUp(name, scope)[0]?.scope !== place.scope) continue;
    const found = analysis.evaluate({ ...place, node: value, scope, frame: null });
    if (found) return found;
  }
  return null;
}
