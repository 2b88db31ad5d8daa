import { identifierName, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";

/** What a client is called, of which nothing else tells what it is. */
const called = /supabase(?:Admin|Client|Server|Service)?$/iu;

/** `ctx.supabase.from("users").select()`, `supabase.rpc("grant")` */
export function guessTable(site: UnknownCall, client: Handle, { world }: Analysis): Handle | null {
  if (!world.uses("@supabase/supabase-js") && !world.uses("@supabase/ssr")) return null;
  const { receiver, method } = site;
  if (method === "rpc") return isClient(receiver) ? client : null;
  const node = unwrap(receiver.node);
  if (node?.type !== "CallExpression") return null;
  const { method: from, args, receiver: object } = callSite(at(receiver, node));
  const [table] = args;
  const isTable = from === "from" && table && object && isClient(object);
  return isTable ? { ...client, role: "table", named: table } : null;
}

function isClient({ node: wrapped }: Place): boolean {
  const node = unwrap(wrapped) ?? wrapped;
  const name = node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
  return name !== null && called.test(name);
}
