import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp, type Scope } from "../../../syntax/scopes.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis, Properties } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import { decoratorsOf } from "../decorators.js";
import { packages } from "./library.js";

export type Entries = Properties["entries"];

/** Models extend one another this often at most. */
const deepest = 8;

/** Whether a class comes of Sequelize's `Model`, be it by way of others. */
export function isModelClass(cls: Place, analysis: Analysis, depth = 0): boolean {
  const base = childOf(cls.node, "superClass");
  const value = base && analysis.evaluate(at(cls, base));
  if (value?.is === "external") return packages.some((name) => name === value.module);
  return value?.is === "class" && depth < deepest
    ? isModelClass(value.place, analysis, depth + 1)
    : false;
}

/** The options of a class that is a model: of `@Table(…)`, or of `User.init(attributes, …)`. */
export function classOptions(cls: Place, analysis: Analysis): Entries | null {
  const table = decoratorsOf(cls, packages, analysis).find(({ name }) => name === "Table");
  if (table) return entriesOf(table.args[0], analysis);
  const call = initCall(cls);
  return call && entriesOf(callSite(call).args[1], analysis);
}

export function entriesOf(options: Place | undefined, analysis: Analysis): Entries {
  return (options && analysis.properties(options)?.entries) ?? [];
}

/** `User.init(…)`, or `this.init(…)` and `super.init(…)` in a static method of the class. */
function initCall({ node: cls, module }: Place): Place | null {
  const call = module.calls.find(({ node, scope }) => {
    const callee = unwrap(childOf(node, "callee"));
    const object = callee?.type === "MemberExpression" ? unwrap(childOf(callee, "object")) : null;
    const isInit =
      object !== null && identifierName(childOf(callee ?? object, "property")) === "init";
    return isInit && isClass(object, cls, scope);
  });
  return call ? { node: call.node, scope: call.scope, module, frame: null } : null;
}

function isClass(object: SyntaxNode, cls: SyntaxNode, scope: Scope): boolean {
  if (object.type === "ThisExpression" || object.type === "Super") return isWithin(scope, cls);
  const [declaration] = lookUp(identifierName(object) ?? "", scope);
  const declared = declaration?.node;
  return declared === cls || unwrap(declared ? childOf(declared, "init") : null) === cls;
}

function isWithin(scope: Scope, cls: SyntaxNode): boolean {
  let around: Scope | null = scope;
  while (around && !around.node.type.startsWith("Class")) around = around.parent;
  return around?.node === cls;
}
