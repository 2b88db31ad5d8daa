import { childOf, childrenOf, identifierName, unwrap } from "../../syntax/node.js";
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

type FunctionValue = Extract<Value, { is: "function" }>;

/** The statements of a file of ours, those of the wrappers that it calls included. */
export type StatementsOf = (module: DataModule) => readonly FoundStatement[];

/**
 * What a call sends through a function of ours whose own statement doesn't know its table: the entity,
 * or the text, is an argument of this call.
 */
export function instantiate(
  call: Place,
  statementsOf: StatementsOf,
  analysis: Analysis,
): FoundStatement | null {
  const site = callSite(call);
  if (!site.args.some(isTelling) && !isOwnMethod(site)) return null;
  const called = calledFunction(site, call, analysis);
  if (!called) return null;
  const generic = statementsOf(called.place.module).filter(
    ({ query, last }) => query.isGeneric && contains(called.place.node, last.node),
  );
  if (generic.length === 0) return null;
  const inside = enter(called, site, 1, analysis);
  const sent = generic.flatMap((statement) => {
    const handle = analysis.handle({ ...statement.last, frame: inside.frame });
    return handle?.query ? [{ handle, query: handle.query }] : [];
  });
  const [first] = sent;
  const tables = sent.flatMap(({ query }) => query.tables.map((table) => placedAt(table, site)));
  const isGeneric = sent.some(({ query }) => query.isGeneric);
  if (!first || (tables.length === 0 && !isGeneric)) return null;
  const opaque = tables.length > 0 ? null : first.query.opaque;
  const query = { ...first.query, root: call, operation: site.method, tables, isGeneric, opaque };
  return { handle: first.handle, query, first: call, last: call, isThrough: true };
}

/** A class, a table, a text of SQL: what a wrapper may be given. */
function isTelling({ node: wrapped }: Place): boolean {
  const node = unwrap(wrapped) ?? wrapped;
  const name = identifierName(node);
  if (name !== null) return /^\p{Lu}/u.test(name);
  return isStatement(node) || propertyValues(node).some(isStatement);
}

function isStatement(node: SyntaxNode): boolean {
  const text = writtenText(node);
  return text !== null && startsStatement(text);
}

/** Of `{ text: "SELECT …" }` */
function propertyValues(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type !== "ObjectExpression") return [];
  return childrenOf(node, "properties").flatMap((each) => childOf(each, "value") ?? []);
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
