import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { startsStatement } from "../adapters/sql-words.js";
import type { Analysis } from "../analysis.js";
import { enter } from "../evaluate/call-function.js";
import { callSite, type PlacedCall } from "../evaluate/call-site.js";
import { writtenText } from "../text/segments.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { NamedTable, Value } from "../values/value.js";
import { contains, type FoundStatement } from "./find-statements.js";
import { isConditional } from "./is-conditional.js";

/** Wrappers of wrappers. */
const deepest = 6;

type Sent = Pick<FoundStatement, "handle" | "query">;
type FunctionValue = Extract<Value, { is: "function" }>;

/** The statements of a file of ours, those of the wrappers that it calls included. */
export type StatementsOf = (module: DataModule) => readonly FoundStatement[];

/** A call of a function of ours that may send what this call names. */
export interface WrapperCall {
  readonly call: Place;
  readonly site: PlacedCall;
  readonly called: FunctionValue;
}

/** Null where a call tells nothing that the function which it calls doesn't know. */
export function wrapperCall(call: Place, analysis: Analysis): WrapperCall | null {
  const site = callSite(call);
  const called = mayTell(site, analysis) ? calledFunction(site, call, analysis) : null;
  return called && { call, site, called };
}

/**
 * What a call sends through a function of ours whose own statement doesn't know its table: the entity,
 * or the text, is an argument of this call.
 */
export function instantiate(
  { call, site, called }: WrapperCall,
  statementsOf: StatementsOf,
  analysis: Analysis,
  depth = 1,
): FoundStatement | null {
  const generic = statementsOf(called.place.module).filter(
    ({ query, last }) => query.isGeneric && contains(called.place.node, last.node),
  );
  if (generic.length === 0) return null;
  const { frame } = enter(called, site, depth, analysis);
  const sent = generic.flatMap((statement) =>
    [statement.last, ...(statement.also ?? [])].flatMap((place) => {
      const again =
        statement.isThrough === true
          ? instantiateWithin({ ...place, frame }, statementsOf, analysis, depth + 1)
          : sentHere({ ...place, frame }, analysis);
      if (!again) return [];
      const told = withoutOwn(again, statement);
      return [isConditional(place.node, called.place.node) ? onlyGiven(told) : told];
    }),
  );
  return sentThrough(call, site, sent, depth);
}

/** A wrapper calls another one. */
function instantiateWithin(
  call: Place,
  statementsOf: StatementsOf,
  analysis: Analysis,
  depth: number,
): FoundStatement | null {
  const wrapper = depth <= deepest ? wrapperCall(call, analysis) : null;
  return wrapper && instantiate(wrapper, statementsOf, analysis, depth);
}

/** Under a condition, only what the call itself names is certain to be meant. */
function onlyGiven({ handle, query }: Sent): Sent {
  return {
    handle,
    query: { ...query, tables: query.tables.filter(({ place }) => place.frame === null) },
  };
}

/** What the function's own statement tells already is told there. */
function withoutOwn({ handle, query }: Sent, { query: own }: FoundStatement): Sent {
  const told = new Set(own.tables.map(({ place }) => place.node));
  return {
    handle,
    query: { ...query, tables: query.tables.filter(({ place }) => !told.has(place.node)) },
  };
}

function sentHere(last: Place, analysis: Analysis): Sent | null {
  const handle = analysis.handle(last);
  return handle?.query ? { handle, query: handle.query } : null;
}

/** What a function sends, as the statement of the call. */
function sentThrough(
  call: Place,
  site: PlacedCall,
  sent: readonly Sent[],
  depth: number,
): FoundStatement | null {
  const [first] = sent;
  const named = sent.flatMap(({ query }) => query.tables);
  const tables = depth > 1 ? named : named.map((table) => placedAt(table, site));
  const isGeneric = sent.some(({ query }) => query.isGeneric);
  if (!first || (tables.length === 0 && !isGeneric)) return null;
  const opaque = tables.length > 0 ? null : first.query.opaque;
  const operation = site.method === "" ? (identifierName(site.name.node) ?? "") : site.method;
  const query = { ...first.query, root: call, operation, tables, isGeneric, opaque };
  return { handle: first.handle, query, first: call, last: call, isThrough: true };
}

/** Whether a call is worth a look at what it calls. */
function mayTell(site: PlacedCall, analysis: Analysis): boolean {
  return (
    isOfEntity(site, analysis) ||
    site.args.some(isTelling) ||
    passesStatement(site) ||
    isOwnMethod(site) ||
    site.args.some((each) => isTable(each, analysis))
  );
}

/** `users`, `schema.users`: a constant that holds a table, of this file or of another. */
function isTable(place: Place, analysis: Analysis): boolean {
  const [declaration] = lookUp(rootName(unwrap(place.node) ?? place.node) ?? "", place.scope);
  const isConstant = declaration?.kind === "const" && declaration.scope === place.module.root;
  return (isConstant || declaration?.kind === "import") && analysis.entity(place)?.is === "entity";
}

/** `User.findInBatches()`, `user.saveFor(context)`: what it inherits knows no table itself. */
function isOfEntity({ receiver }: PlacedCall, analysis: Analysis): boolean {
  const inherits = receiver && analysis.adapters.some(({ calledOnBase }) => calledOnBase);
  const value = inherits ? analysis.evaluate(receiver) : null;
  if (value?.is === "instance") return analysis.entityAt(value.class) !== null;
  return value?.is === "class" && analysis.entityAt(value.place) !== null;
}

/** A class, a table or its name, a text of SQL: what a wrapper may be given. */
function isTelling({ node: wrapped }: Place): boolean {
  const node = unwrap(wrapped) ?? wrapped;
  const name = rootName(node);
  if (name !== null) return /^\p{Lu}/u.test(name);
  return isName(node) || isStatement(node) || propertyValues(node).some(isTellingValue);
}

function isTellingValue(node: SyntaxNode): boolean {
  return isStatement(node) || /^\p{Lu}/u.test(rootName(node) ?? "");
}

/** `Tables` of `Tables.Users` */
function rootName(node: SyntaxNode): string | null {
  let root: SyntaxNode | null = node;
  while (root?.type === "MemberExpression") root = unwrap(childOf(root, "object"));
  return identifierName(root);
}

function isName(node: SyntaxNode): boolean {
  return /^[\p{L}_][\w$]*(?:\.\w+)?$/u.test(writtenText(node) ?? "");
}

function isStatement(node: SyntaxNode): boolean {
  const text = writtenText(node);
  return text !== null && startsStatement(text);
}

/** Of `{ text: "SELECT …" }`, `{ entity: User }` */
function propertyValues(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type !== "ObjectExpression") return [];
  return childrenOf(node, "properties").flatMap((each) => childOf(each, "value") ?? []);
}

/** A function that passes on what it is given, to all appearances a statement. */
function passesStatement({ name, args }: PlacedCall): boolean {
  const called = identifierName(unwrap(name.node)) ?? "";
  return (
    /query|exec|statement|sql/iu.test(called) &&
    args.some(({ node }) => identifierName(unwrap(node)) !== null)
  );
}

/** `this.findAll()`, `super.save()`: its class may say what its base class leaves open. */
function isOwnMethod({ receiver }: PlacedCall): boolean {
  const type = receiver && unwrap(receiver.node)?.type;
  return type === "ThisExpression" || type === "Super";
}

function calledFunction(site: PlacedCall, call: Place, analysis: Analysis): FunctionValue | null {
  const callee: SyntaxNode | null = childOf(call.node, "callee");
  const called = callee && analysis.evaluate({ ...call, node: callee });
  return called?.is === "function" && site.template === null ? called : null;
}

/** The table is named in this call, or nowhere but by calling. */
function placedAt(table: NamedTable, site: PlacedCall): NamedTable {
  const isHere =
    table.place.module === site.place.module && contains(site.place.node, table.place.node);
  return isHere ? table : { ...table, place: site.name, span: null };
}
