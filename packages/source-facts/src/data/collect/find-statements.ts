import { identifierName, spanOf, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import { isOnlyReturned } from "../evaluate/returned-query.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { Handle, NamedTable, Query } from "../values/value.js";
import { idleStatements, type IdleHandle } from "./idle-handles.js";
import { mergeParts } from "./merge-parts.js";
import { toldOnce } from "./told-once.js";

/** A statement as it was found: what is known of it at its last call. */
export interface FoundStatement {
  readonly handle: Handle;
  readonly query: Query;
  /** The call with which it ends in this file, and the one with which it begins. */
  readonly last: Place;
  readonly first: Place;
  /** Calls besides that add to it: on a variable that holds it. */
  readonly also?: readonly Place[];
  /** It is a call of a function of ours that sends it. */
  readonly isThrough?: boolean;
}

/**
 * The statements that a file spells out. Each is known by the call with which it begins: what is
 * called on it, in the same chain or on a variable that holds it, adds to it.
 */
export function findStatements(
  module: DataModule,
  methods: ReadonlySet<string>,
  analysis: Analysis,
): readonly FoundStatement[] {
  const found = new Map<SyntaxNode, FoundStatement>();
  const sent = new Set<SyntaxNode>();
  const idle: IdleHandle[] = [];
  for (const place of callsOf(module)) {
    if (!isCandidate(place, methods, sent)) continue;
    const handle = analysis.handle(place);
    if (handle && !handle.query) idle.push({ handle, place });
    if (!handle?.query) continue;
    sent.add(place.node);
    const { query } = handle;
    if (isOnlyReturned(query, place)) continue;
    const root = query.root.node;
    const before = found.get(root);
    found.set(
      root,
      before ? merge(before, handle, query, place) : { handle, query, first: place, last: place },
    );
  }
  const statements = toldOnce(mergeParts(found));
  return [...statements, ...idleStatements(idle, statements)];
}

/**
 * By the method's name, be it that the method was taken out of its object, or since it is called on a
 * statement: `findUnique(…).posts()`.
 */
function isCandidate(
  place: Place,
  methods: ReadonlySet<string>,
  statements: ReadonlySet<SyntaxNode>,
): boolean {
  if (place.node.type === "TaggedTemplateExpression") return true;
  const { method, name, receiver } = callSite(place);
  const before = receiver && unwrap(receiver.node);
  const called = method === "" ? (identifierName(name.node) ?? "") : method;
  return methods.has(method) || methods.has(called) || (before !== null && statements.has(before));
}

/** The calls of a file by their ends: of a chain the inner ones come first. */
export function callsOf(module: DataModule): readonly Place[] {
  const known = sortedCalls.get(module);
  if (known) return known;
  const calls = module.calls
    .map(({ node, scope }) => ({ node, scope, module, frame: null, end: spanOf(node).end }))
    .sort((a, b) => a.end - b.end);
  sortedCalls.set(module, calls);
  return calls;
}

const sortedCalls = new WeakMap<DataModule, readonly Place[]>();

/** A later call of the same chain knows better; one on a variable, or in a callback, what it adds. */
function merge(before: FoundStatement, handle: Handle, query: Query, place: Place): FoundStatement {
  const isChain = contains(place.node, before.last.node);
  const kept = before.query.tables.filter((table) => !isChain || !isNamedAgain(table, query));
  const tables = [...new Set([...kept, ...query.tables])];
  const last = isChain ? place : before.last;
  const also = (before.also ?? []).filter(({ node }) => !contains(place.node, node));
  return {
    handle,
    query: { ...query, tables },
    first: before.first,
    last,
    also: isChain ? also : [...also, place],
  };
}

function isNamedAgain({ place }: NamedTable, { tables }: Query): boolean {
  return tables.some((table) => table.place.node === place.node);
}

/** Whether one node stands in another. */
export function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.start <= b.start && b.end <= a.end;
}
