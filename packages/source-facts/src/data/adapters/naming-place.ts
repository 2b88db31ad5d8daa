import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { patternNames } from "../../syntax/pattern-names.js";
import { lookUp, type Declaration, type Scope } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { contains } from "../collect/find-statements.js";
import { callSite } from "../evaluate/call-site.js";
import { at, outermost, type Place } from "../values/place.js";
import type { Handle } from "../values/value.js";
import type { CallSite } from "./adapter.js";

/** Where a table is named that an argument hands on: at the call of ours that was given it. */
export function namingPlace(place: Place, analysis: Analysis): Place {
  const node = unwrap(place.node) ?? place.node;
  const here = at(place, node);
  if (node.type === "LogicalExpression") {
    const left = childOf(node, "left");
    const right = childOf(node, "right");
    const named = left && analysis.entity(at(here, left)) ? left : right;
    return named ? namingPlace(at(here, named), analysis) : here;
  }
  const given = givenPlace(here, analysis);
  return given ? namingPlace(given, analysis) : here;
}

/** What the call that is known gives for a name: for a parameter, or for what is taken out of one. */
function givenPlace(place: Place, analysis: Analysis): Place | null {
  if (!place.frame) return null;
  const [declaration] = lookUp(identifierName(place.node) ?? "", place.scope);
  if (declaration?.kind === "parameter") return argumentOf(declaration, place, analysis);
  const init = declaration?.node.type === "VariableDeclarator" && childOf(declaration.node, "init");
  if (!declaration?.path || !init) return null;
  const given = givenPlace({ ...place, node: init, scope: declaration.scope }, analysis);
  return given && follow(given, declaration.path, analysis);
}

function argumentOf({ node, scope }: Declaration, { frame }: Place, analysis: Analysis) {
  for (const [index, pattern] of childrenOf(scope.node, "params").entries()) {
    const path = patternNames(pattern).find((each) => each.node === node)?.path;
    if (!path) continue;
    for (let call = frame; call; call = call.outer) {
      const argument = call.of === scope.node ? call.args[index] : undefined;
      if (argument) return follow(argument, path, analysis);
    }
  }
  return null;
}

function follow(place: Place, path: readonly string[], analysis: Analysis): Place | null {
  let found: Place | undefined = place;
  for (const name of path) {
    found = found && analysis.properties(found)?.entries.findLast(({ key }) => key === name)?.value;
  }
  return found ?? null;
}

/**
 * Where a statement names the table that its handle is about: where the handle is made, if that is in
 * the same call or function, else the handle itself, as it is written.
 */
export function handlePlace(handle: Handle, site: CallSite, analysis: Analysis): Place {
  const { named } = handle;
  return named && isAtHand(named, site.place) ? named : receiverPlace(handle, site, analysis);
}

function isAtHand(named: Place, call: Place): boolean {
  const isGiven = named.frame !== call.frame && named.frame !== outermost;
  if (call.frame && isGiven) return true;
  if (named.module !== call.module) return false;
  if (contains(call.node, named.node)) return true;
  const around = functionAround(named.scope);
  for (let scope: Scope | null = call.scope; scope; scope = scope.parent) {
    if (around && scope === around) return true;
  }
  return false;
}

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** The scope of the function around; null at the top of a file or of a class. */
export function functionAround(scope: Scope | null): Scope | null {
  for (let around = scope; around; around = around.parent) {
    if (functions.has(around.node.type)) return around;
    if (around.node.type.startsWith("Class")) return null;
  }
  return null;
}

/** `users` of `this.users.find()`; `User` of `repository(User).find()`. */
function receiverPlace(handle: Handle, { place }: CallSite, analysis: Analysis): Place {
  const callee = unwrap(childOf(place.node, "callee"));
  const receiver = callee && unwrap(childOf(callee, "object"));
  if (!receiver) return at(place, callee ?? place.node);
  if (receiver.type !== "CallExpression") return at(place, lastName(receiver));
  const { args, name } = callSite(at(place, receiver));
  const { entity } = handle;
  return args.find((each) => entity && analysis.entity(each) === entity) ?? name;
}

function lastName(node: SyntaxNode): SyntaxNode {
  const isNamed = node.type === "MemberExpression" && keyName(node, "property") !== null;
  return (isNamed ? childOf(node, "property") : null) ?? node;
}
