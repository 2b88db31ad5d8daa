import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import { begin, withSource } from "./builder.js";

/** Nothing else is called so. */
const certain = /(?:^|[a-z_])knex(?:client|instance|connection|db)?$/iu;
/** Others are too, but these are called with the name of a table. */
const likely = /(?:^|[a-z_])(?:trx|tx|db|database)$/iu;

/**
 * What a receiver of which nothing is known must be by its name and shape: `knex`, `knex.schema`,
 * `ctx.db("users")`.
 */
export function guessClient(receiver: Place, client: Handle, analysis: Analysis): Handle | null {
  if (!analysis.world.uses("knex")) return null;
  const node = unwrap(receiver.node) ?? receiver.node;
  const name = lastName(node);
  if (name === "schema") {
    const object = childOf(node, "object");
    const inner = object && guessClient(at(receiver, object), client, analysis);
    return inner?.role === "client" ? { ...inner, role: "schema" } : null;
  }
  if (name !== null) return certain.test(name) ? client : null;
  return guessCall(at(receiver, node), client, analysis);
}

/** `db("users")`, `trx(TABLES.users)` */
function guessCall(call: Place, client: Handle, analysis: Analysis): Handle | null {
  if (call.node.type !== "CallExpression") return null;
  const callee = unwrap(childOf(call.node, "callee"));
  const name = callee && lastName(callee);
  const [first, ...others] = childrenOf(call.node, "arguments");
  if (!callee || !name || !first || others.length > 0) return null;
  if (!certain.test(name) && !likely.test(name)) return null;
  if (isKnown(at(call, callee), analysis)) return null;
  const table = at(call, first);
  const isNamed = analysis.constant(table) !== null || certain.test(name);
  const site = { place: call, method: "", name: call, args: [table], template: null };
  return isNamed ? withSource(begin(client, site), table, analysis) : null;
}

function isKnown(callee: Place, analysis: Analysis): boolean {
  const value = analysis.evaluate(callee);
  return value !== null && value.is !== "parameter" && value.is !== "external";
}

/** `db` of `db`, `this.db`, `ctx.db` */
function lastName(node: SyntaxNode): string | null {
  return node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
}
