import {
  at,
  childOf,
  childrenOf,
  identifierName,
  keyName,
  unwrap,
  type Place,
} from "@domain-isolation/source-facts";
import { chainOf } from "./chain.js";
import { isDialectNamed } from "./dialect-names.js";
import { literalOf } from "./literals.js";
import { originOf } from "./origin.js";
import type { Guard, Run } from "./run.js";

/** True or false where a condition folds; a guard where it asks whether something is there. */
export type Decision = boolean | Guard | null;

export function decide(place: Place, run: Run, depth = 0): Decision {
  const origin = originOf(place, run.analysis);
  if (depth > 20) return null;
  switch (origin.node.type) {
    case "UnaryExpression":
      return origin.node.operator === "!" ? negated(part(origin, "argument", run, depth)) : null;
    case "LogicalExpression":
      return logical(origin, run, depth);
    case "BinaryExpression":
      return compared(origin, run);
    case "AwaitExpression":
      return part(origin, "argument", run, depth);
    case "CallExpression":
      return asked(origin, run) ?? included(origin, run) ?? answered(origin, run, depth);
    default:
      return truth(origin, run);
  }
}

function part(place: Place, key: string, run: Run, depth: number): Decision {
  const child = childOf(place.node, key);
  return child && decide(at(place, child), run, depth + 1);
}

function negated(decision: Decision): Decision {
  if (decision === null || typeof decision === "boolean")
    return decision === null ? null : !decision;
  return { ...decision, exists: !decision.exists };
}

function logical(place: Place, run: Run, depth: number): Decision {
  const left = part(place, "left", run, depth);
  const right = part(place, "right", run, depth);
  const decisive = place.node.operator === "||";
  if (place.node.operator === "??") return null;
  if (left === decisive || right === decisive) return decisive;
  if (left === !decisive) return right;
  return right === !decisive ? left : null;
}

function compared(place: Place, run: Run): Decision {
  const [left, right] = [childOf(place.node, "left"), childOf(place.node, "right")];
  if (!left || !right) return null;
  const { operator } = place.node;
  const isEqual = equals(at(place, left), at(place, right), run);
  if (isEqual === null) return comparedGuard(at(place, left), at(place, right), operator, run);
  if (operator === "===" || operator === "==") return isEqual;
  return operator === "!==" || operator === "!=" ? !isEqual : null;
}

/** `(await hasTable("x")) === false` */
function comparedGuard(left: Place, right: Place, operator: unknown, run: Run): Decision {
  const literal = literalOf(right, run.analysis);
  const guard = literal?.is === "boolean" ? decide(left, run, 1) : null;
  if (literal?.is !== "boolean" || typeof operator !== "string") return null;
  return operator.startsWith("!") === literal.value ? negated(guard) : guard;
}

/** Whether two expressions are equal. What is compared with the name of a database is its name. */
export function equals(left: Place, right: Place, run: Run): boolean | null {
  const [a, b] = [literalOf(left, run.analysis), literalOf(right, run.analysis)];
  if (a && b) return JSON.stringify(a) === JSON.stringify(b);
  const known = a ?? b;
  return known?.is === "text" ? isDialectNamed(known.text, run.dialect) : null;
}

/** `["postgres", "pg"].includes(client)` */
function included(place: Place, run: Run): Decision {
  const callee = unwrap(childOf(place.node, "callee"));
  const [sought] = childrenOf(place.node, "arguments");
  const list = callee?.type === "MemberExpression" ? childOf(callee, "object") : null;
  if (!callee || !list || !sought || keyName(callee, "property") !== "includes") return null;
  const elements = run.analysis.elements(originOf(at(place, list), run.analysis));
  const answers = elements?.map((each) => equals(each, at(place, sought), run)) ?? [];
  if (answers.includes(true)) return true;
  return answers.length > 0 && answers.every((each) => each === false) ? false : null;
}

/** `await knex.schema.hasTable("x")` */
function asked(place: Place, run: Run): Decision {
  const chain = chainOf(place, run.analysis);
  return run.receiver(chain.root)?.guard?.(chain, run) ?? null;
}

/** `isPostgres(knex)`: what a function of ours returns that does nothing else. */
function answered(place: Place, run: Run, depth: number): Decision {
  const callee = childOf(place.node, "callee");
  const fn = callee && run.analysis.evaluate(at(place, callee));
  const returned = fn?.is === "function" ? onlyReturned(fn.place) : null;
  if (fn?.is !== "function" || !returned) return null;
  const { node: of, frame: outer } = fn.place;
  const args = childrenOf(place.node, "arguments").map((each) => at(place, each));
  const frame = { of, args, receiver: fn.receiver, types: new Map(), outer, depth };
  return decide({ ...returned, frame }, run, depth + 1);
}

function onlyReturned({ node, module, frame }: Place): Place | null {
  const body = childOf(node, "body");
  if (!body) return null;
  if (body.type !== "BlockStatement")
    return { node: body, scope: module.scopeIn(node), module, frame };
  const [only, ...others] = childrenOf(body, "body");
  const value = only && others.length === 0 ? childOf(only, "argument") : null;
  return value && { node: value, scope: module.scopeIn(body), module, frame };
}

function truth(place: Place, run: Run): Decision {
  const literal = literalOf(place, run.analysis);
  switch (literal?.is) {
    case "text":
      return literal.text !== "";
    case "number":
      return literal.value !== 0;
    case "boolean":
      return literal.value;
    case "nothing":
      return false;
    case undefined:
      return named(identifierName(place.node) ?? memberName(place), run);
  }
}

function memberName({ node }: Place): string | null {
  return node.type === "MemberExpression" ? keyName(node, "property") : null;
}

/** `isPostgres`, of whose making nothing is known. */
function named(name: string | null, run: Run): Decision {
  const database = /^is_?([a-z0-9]+)$/iu.exec(name ?? "")?.[1];
  return database === undefined ? null : isDialectNamed(database.toLowerCase(), run.dialect);
}
