import { childOf, keyName, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { NamedTable } from "../values/value.js";
import { contains, type FoundStatement } from "./find-statements.js";

type Found = ReadonlyMap<SyntaxNode, FoundStatement>;

/**
 * A statement that was not sent but put into another is told with it: a subquery, what a CTE holds, a
 * fragment of SQL. Where several share it, the first tells it. Statements stand under the calls with
 * which they begin.
 */
export function mergeParts(found: Found): readonly FoundStatement[] {
  const owners = new Map<FoundStatement, FoundStatement>();
  const chains = chainsOf(found);
  for (const part of found.values()) {
    const owner = surrounding(part, found, chains) ?? userOf(part, found);
    if (owner && ownerOf(owner, owners) !== part) owners.set(part, owner);
  }
  const parts = [...owners.keys()];
  return [...found.values()]
    .filter((statement) => !owners.has(statement))
    .map((statement) => {
      const own = parts.filter((part) => ownerOf(part, owners) === statement);
      return withoutLocals(withParts(statement, own, parts));
    })
    .filter((statement) => !isEmptyFragment(statement));
}

/** A fragment of SQL that only puts others together, which are told with what sends them. */
function isEmptyFragment({ handle, query }: FoundStatement): boolean {
  return handle.text !== null && query.tables.length === 0 && query.opaque === null;
}

/** The one that is part of no other. */
function ownerOf(
  statement: FoundStatement,
  owners: ReadonlyMap<FoundStatement, FoundStatement>,
): FoundStatement {
  const owner = owners.get(statement);
  return owner ? ownerOf(owner, owners) : statement;
}

/** The innermost statement in whose arguments one stands that is not sent there. */
function surrounding(part: FoundStatement, found: Found, chains: Chains): FoundStatement | null {
  if (part.query.isDone || chains.get(part)?.isAwaited) return null;
  let owner: FoundStatement | null = null;
  for (const each of found.values()) {
    const around = chains.get(each)?.end;
    const isAround = each !== part && around && contains(around, part.last.node);
    if (!isAround || each.handle.adapter !== part.handle.adapter) continue;
    if (!owner || contains(owner.last.node, each.last.node)) owner = each;
  }
  return owner;
}

/** The last call of each statement's chain, be it one that says nothing of tables. */
type Chains = ReadonlyMap<
  FoundStatement,
  { readonly end: SyntaxNode; readonly isAwaited: boolean }
>;

/** What follows them is done with what was sent. */
const following = new Set(["then", "catch", "finally"]);

function chainsOf(found: Found): Chains {
  const calls = [...found.values()][0]?.last.module.calls ?? [];
  const next = new Map<SyntaxNode, SyntaxNode>();
  for (const { node } of calls) {
    const callee = unwrap(childOf(node, "callee"));
    const object = callee && unwrap(childOf(callee, "object"));
    if (object && !following.has(keyName(callee, "property") ?? "")) next.set(object, node);
  }
  const parents = new Map(calls.map(({ node, parent }) => [node, parent]));
  return new Map(
    [...found.values()].map((statement) => {
      let end = statement.last.node;
      for (let call = next.get(end); call; call = next.get(end)) end = call;
      return [statement, { end, isAwaited: parents.get(end)?.type === "AwaitExpression" }];
    }),
  );
}

/** The first that was given it in a variable. */
function userOf({ query: { root } }: FoundStatement, found: Found): FoundStatement | null {
  for (const each of found.values()) if (each.query.parts.includes(root.node)) return each;
  return null;
}

/** What another tells of a part that both share is left out. */
function withParts(
  statement: FoundStatement,
  own: readonly FoundStatement[],
  parts: readonly FoundStatement[],
): FoundStatement {
  const { query } = statement;
  const foreign = parts.filter(
    (part) => !own.includes(part) && query.parts.includes(part.query.root.node),
  );
  if (own.length === 0 && foreign.length === 0) return statement;
  const tables = query.tables.filter((table) => !foreign.some((part) => isNamedIn(table, part)));
  const opaque = [query, ...own.map((part) => part.query)].find((each) => each.opaque)?.opaque;
  return {
    ...statement,
    query: {
      ...query,
      tables: [...tables, ...own.flatMap((part) => part.query.tables)],
      opaque: opaque ?? null,
    },
  };
}

/** `WITH recent AS (…) SELECT … FROM recent`: what its CTEs are called is no table. */
function withoutLocals(statement: FoundStatement): FoundStatement {
  const { locals, tables } = statement.query;
  if (locals.length === 0) return statement;
  const named = tables.filter(
    ({ name, schema, place }) =>
      schema !== null ||
      !locals.some(
        (local) =>
          local.name === name && !(local.definition && contains(local.definition, place.node)),
      ),
  );
  return { ...statement, query: { ...statement.query, tables: named } };
}

function isNamedIn({ place }: NamedTable, { last }: FoundStatement): boolean {
  return place.module === last.module && contains(last.node, place.node);
}
