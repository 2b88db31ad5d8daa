import { identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { transactionId } from "../query.js";

/**
 * A query runner. One that begins a transaction where it is made sends what it sends within it; what
 * comes before or behind is taken for part of it too.
 */
export function runnerOf(handle: Handle, { place }: CallSite): Handle {
  return beginsTransaction(place) ? { ...handle, transaction: transactionId(place) } : handle;
}

/** `runner.startTransaction()` on the variable that holds it. */
function beginsTransaction(made: Place): boolean {
  const { calls } = made.module;
  const parent = calls.find(({ node }) => node === made.node)?.parent;
  if (parent?.type !== "VariableDeclarator") return false;
  return calls.some(({ node, scope }) => {
    const { method, receiver } = callSite(at({ ...made, scope }, node));
    const name = receiver && identifierName(unwrap(receiver.node));
    if (method !== "startTransaction" || !name) return false;
    return lookUp(name, scope)[0]?.node === parent;
  });
}
