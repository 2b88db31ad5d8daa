import { childOf, identifierName, keyName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { asQuery, ownHandle, queryOf } from "../query.js";
import { touching, step } from "./builder.js";
import { queriedTable } from "./client.js";
import { relationalMethods, relationalQuery } from "./relational.js";
import { senders, sent } from "./senders.js";
import { tableAt } from "./tables.js";

/**
 * A method of something unknown: a table, a subquery or a fragment of Drizzle as its argument leaves
 * no doubt, nor does `query.users.findMany()` where `users` is a table.
 */
export function guess(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  const { method } = site;
  if (method === "$with") return step({ ...client, role: "cte" }, site, analysis);
  if (relationalMethods.has(method)) return guessRelational(client, site, analysis);
  const [argument] = site.args;
  return argument && !isCollection(site.receiver)
    ? guessByArgument(client, argument, site, analysis)
    : null;
}

function guessByArgument(
  client: Handle,
  argument: Place,
  site: UnknownCall,
  analysis: Analysis,
): Value | null {
  const { method } = site;
  const part = ownHandle(analysis.evaluate(argument), client.adapter);
  if (senders.has(method)) return part?.text ? sent(client, site, analysis) : null;
  if (method === "with") return part?.query ? step(client, site, analysis) : null;
  if (!touching[method] || (!part && !tableAt(argument, analysis))) return null;
  return step(asBegun(client, site), site, analysis);
}

/** `from` of `ctx.db.select()`, not of `ctx.db` */
function asBegun(client: Handle, { receiver, place }: UnknownCall): Handle {
  const call = unwrap(receiver.node);
  const callee = call && unwrap(childOf(call, "callee"));
  const method = callee && keyName(callee, "property");
  return method ? asQuery(client, queryOf(place, method)) : client;
}

function guessRelational(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  const member = unwrap(site.receiver.node);
  const query = member && unwrap(childOf(member, "object"));
  const name = member && childOf(member, "property");
  if (!name || !query || keyName(query, "property") !== "query") return null;
  const key = keyName(member, "property");
  const named = at(site.receiver, name);
  const entity: Entity | null = key === null ? null : queriedTable(client, key, named, analysis);
  const isKnown = key === null && analysis.handle(at(site.receiver, query))?.role === "relational";
  return entity || isKnown ? relationalQuery({ ...client, entity, named }, site, analysis) : null;
}

const collections = new Set(["Map", "Set", "WeakMap", "WeakSet"]);

/** `new Map()`, whose keys may be tables */
function isCollection({ node, scope }: Place): boolean {
  const [declaration] = lookUp(identifierName(unwrap(node)) ?? "", scope);
  const init = declaration && unwrap(childOf(declaration.node, "init"));
  return collections.has(identifierName(init ? childOf(init, "callee") : null) ?? "");
}
