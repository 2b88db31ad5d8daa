import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Value } from "../values/value.js";
import { givenByName } from "./given-by-name.js";
import { givenByType } from "./given-by-type.js";
import { open, plain, rowsOf, together, type Given } from "./given.js";

/** What an expression is looked at with. */
export interface Look {
  readonly analysis: Analysis;
  /** What a function of ours gives. */
  readonly givenByFunction: (called: Place) => Given;
  /** In the properties of an object, which is as deep as it goes. */
  readonly inObject: boolean;
  /** The variables whose values are being looked at: `rows = rows.filter(…)` says nothing new. */
  readonly within?: readonly SyntaxNode[];
}

type Looker = (place: Place, look: Look) => Given;

const lookers: Readonly<Record<string, Looker | undefined>> = {
  Identifier: givenByName,
  AwaitExpression: ofChildren("argument"),
  SpreadElement: ofChildren("argument"),
  ConditionalExpression: ofChildren("consequent", "alternate"),
  LogicalExpression: ofChildren("left", "right"),
  AssignmentExpression: ofChildren("right"),
  ArrayExpression: ofChildren("elements"),
  ObjectExpression: ofObject,
  CallExpression: ofCall,
  NewExpression: ofEvaluated,
  MemberExpression: ofMember,
};

const plainNodes =
  /^(?:Literal|TemplateLiteral|(?:Binary|Unary|Update|This|Class|Function|ArrowFunction)Expression)$/u;

/** What an expression gives that a function returns. */
export function givenByValue(place: Place, look: Look): Given {
  const node = unwrap(place.node) ?? place.node;
  const asserted = node === place.node ? open : assertedType(place, look);
  if (!asserted.isOpen) return asserted;
  if (plainNodes.test(node.type)) return plain;
  return lookers[node.type]?.(at(place, node), look) ?? open;
}

/** `rows as User[]` */
function assertedType(place: Place, { analysis }: Look): Given {
  const type = childOf(place.node, "typeAnnotation");
  const isConst = type && identifierName(childOf(type, "typeName")) === "const";
  return type && !isConst ? givenByType(at(place, type), analysis) : open;
}

function ofChildren(...keys: readonly string[]): Looker {
  return (place, look) =>
    together(
      keys
        .flatMap((key) => childOf(place.node, key) ?? childrenOf(place.node, key))
        .map((node) => givenByValue(at(place, node), look)),
    );
}

/** A copy of an entity's columns, as a spread is, is plain. */
function ofObject(place: Place, look: Look): Given {
  if (look.inObject) return plain;
  const values = childrenOf(place.node, "properties").flatMap(
    (each) => childOf(each, "value") ?? [],
  );
  return together(
    values.map((value) => givenByValue(at(place, value), { ...look, inObject: true })),
  );
}

/** An object of a class, or a list of such: rows, where the class is an entity's. */
export function ofEvaluated(place: Place, { analysis }: Look): Given {
  return ofRow(analysis.evaluate(place), analysis);
}

function ofRow(value: Value | null, analysis: Analysis): Given {
  const row = value?.is === "handle" ? (value.memory.row ?? null) : value;
  return row?.is === "instance" ? rowsOf(analysis.entityAt(row.class)) : open;
}

/** Methods of lists that give of what they are called on. */
const choosing = new Set([
  ...["at", "concat", "filter", "find", "findLast", "flat", "reverse", "slice", "sort", "splice"],
  ...["toReversed", "toSorted", "toSpliced", "pop", "shift", "values"],
]);

function ofCall(place: Place, look: Look): Given {
  const { analysis } = look;
  const value = analysis.evaluate(place);
  if (value?.is === "handle") return ofStatement(value, place, analysis);
  const row = ofRow(value, analysis);
  if (!row.isOpen) return row;
  const { receiver, method, args } = callSite(place);
  if (receiver && isPromiseAll(receiver.node, method)) {
    return together(args.map((arg) => givenByValue(arg, look)));
  }
  if (receiver && choosing.has(method)) return givenByValue(receiver, look);
  const callee = childOf(place.node, "callee");
  const called = callee && analysis.evaluate(at(place, callee));
  return called?.is === "function" ? look.givenByFunction(called.place) : open;
}

function isPromiseAll(receiver: SyntaxNode, method: string): boolean {
  return identifierName(receiver) === "Promise" && /^(?:all|any|race|resolve)$/u.test(method);
}

function ofStatement(handle: Handle, place: Place, analysis: Analysis): Given {
  const { adapter } = handle;
  const row = ofRow(adapter.awaited?.(handle) ?? handle, analysis);
  const byType = handle.byType === true;
  if (!row.isOpen) return { ...row, byType };
  if (adapter.rows) return { ...rowsOf(adapter.rows(handle, place, analysis)), byType };
  return handle.entity ? open : plain;
}

/** `rows[0]` is a row; a property of a row is a column. */
function ofMember(place: Place, look: Look): Given {
  const evaluated = ofEvaluated(place, look);
  const object = childOf(place.node, "object");
  if (!evaluated.isOpen || !object) return evaluated;
  const owner = givenByValue(at(place, object), { ...look, inObject: false });
  const isElement = place.node.computed === true && keyName(place.node, "property") === null;
  return isElement || owner.entities.length === 0 ? (isElement ? owner : open) : plain;
}
