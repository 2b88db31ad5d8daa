import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Value } from "../values/value.js";
import { best } from "./best.js";
import { evaluateCall, evaluateNew, evaluateTag } from "./evaluate-call.js";
import { evaluateMember } from "./evaluate-member.js";
import { evaluateName } from "./evaluate-name.js";
import { evaluateSuper, evaluateThis } from "./evaluate-this.js";
import { topLevel } from "./exported.js";

type Evaluator = (place: Place, analysis: Analysis) => Value | null;

const evaluators: Readonly<Record<string, Evaluator>> = {
  Identifier: evaluateName,
  MemberExpression: evaluateMember,
  ThisExpression: evaluateThis,
  Super: evaluateSuper,
  CallExpression: evaluateCall,
  NewExpression: evaluateNew,
  TaggedTemplateExpression: evaluateTag,
  AwaitExpression: evaluateAwait,
  LogicalExpression: evaluateEither("left", "right"),
  ConditionalExpression: evaluateEither("consequent", "alternate"),
  AssignmentExpression: (place, analysis) => evaluateChild(place, "right", analysis),
  ImportExpression: evaluateImport,
  Literal: (place) => (typeof place.node.value === "string" ? textValue(place) : null),
  TemplateLiteral: textValue,
  BinaryExpression: (place) => (place.node.operator === "+" ? textValue(place) : null),
  ObjectExpression: (place) => ({ is: "object", place }),
  TSEnumDeclaration: (place) => ({ is: "object", place }),
  ArrayExpression: (place) => ({ is: "list", place }),
  ArrowFunctionExpression: functionValue,
  FunctionExpression: functionValue,
  FunctionDeclaration: functionValue,
  ClassDeclaration: (place) => ({ is: "class", place }),
  ClassExpression: (place) => ({ is: "class", place }),
};

/** What wraps an expression may say more of it than the expression does: `x as PrismaClient`. */
const typed = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);

/** What an expression stands for. Knows nothing of names in a cycle, and goes no deeper than calls. */
export function evaluateExpression(place: Place, analysis: Analysis): Value | null {
  const node = unwrap(place.node) ?? place.node;
  const value = evaluators[node.type]?.(at(place, node), analysis) ?? null;
  if (node === place.node || (value && value.is !== "parameter")) return value;
  return evaluateAssertion(place, analysis) ?? value;
}

function evaluateAssertion(place: Place, analysis: Analysis): Value | null {
  let node: SyntaxNode | null = place.node;
  while (node && !typed.has(node.type)) {
    const inner = childOf(node, "expression");
    node = inner && inner !== unwrap(place.node) ? inner : null;
  }
  const type = node && childOf(node, "typeAnnotation");
  return type ? analysis.evaluateType(at(place, type)) : null;
}

function textValue(place: Place): Value {
  return { is: "text", place, holes: "unknown" };
}

function functionValue(place: Place): Value {
  return { is: "function", place, receiver: null };
}

function evaluateChild(place: Place, key: string, analysis: Analysis): Value | null {
  const child = childOf(place.node, key);
  return child && analysis.evaluate(at(place, child));
}

function evaluateEither(first: string, second: string): Evaluator {
  return (place, analysis) =>
    best([evaluateChild(place, first, analysis), evaluateChild(place, second, analysis)]);
}

/** A statement that was awaited has been sent: what it gives are rows. */
function evaluateAwait(place: Place, analysis: Analysis): Value | null {
  const all = awaitedAll(place, analysis);
  if (all) return all;
  const value = evaluateChild(place, "argument", analysis);
  return value?.is === "handle" && value.query ? rowsOf(value) : value;
}

/** `await Promise.all([db.select(), …])` */
function awaitedAll({ node, ...around }: Place, analysis: Analysis): Value | null {
  const call = unwrap(childOf(node, "argument"));
  const callee = call?.type === "CallExpression" ? unwrap(childOf(call, "callee")) : null;
  const isAll =
    callee?.type === "MemberExpression" &&
    identifierName(childOf(callee, "object")) === "Promise" &&
    /^all(?:Settled)?$/u.test(identifierName(childOf(callee, "property")) ?? "");
  const [list] = call && isAll ? childrenOf(call, "arguments") : [];
  return list ? analysis.evaluate({ ...around, node: list }) : null;
}

export function rowsOf(handle: Handle): Value | null {
  return handle.adapter.awaited?.(handle) ?? null;
}

/** `await import("./x")` */
function evaluateImport(place: Place, analysis: Analysis): Value | null {
  const source = childOf(place.node, "source");
  const specifier = source && analysis.constant(at(place, source));
  return specifier === null ? null : moduleValue(place.module.file, specifier, analysis);
}

/** `module.exports = db`; of an object, the names are what counts. */
function wholeValue(file: string, analysis: Analysis): Value | null {
  const module = analysis.module(file);
  const whole = module?.exports.whole;
  const value = module && whole ? analysis.evaluate(topLevel(module, whole)) : null;
  return value?.is === "object" ? null : value;
}

/** All of a module: of ours, or of a package of others. */
export function moduleValue(file: string, specifier: string, analysis: Analysis): Value | null {
  const target = analysis.world.resolve(file, specifier, "*");
  if (!target) return null;
  return "file" in target
    ? (wholeValue(target.file, analysis) ?? { is: "namespace", file: target.file })
    : { is: "external", module: target.external, path: [] };
}
