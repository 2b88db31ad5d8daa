import { childOf, identifierName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { Analysis } from "../analysis.js";
import { belongsTo } from "../evaluate/evaluate-call.js";
import type { Place } from "../values/place.js";

/**
 * Whether a call may make a client or a table: what it calls comes from a library, or it stands at
 * the top of its file, where such things are made once. Others are not worth a look at what they call.
 */
export function mayMake(call: Place, { adapters }: Analysis): boolean {
  const root = rootName(call.node);
  const declaration = root === null ? undefined : lookUp(root, call.scope)[0];
  const imported = declaration?.imported;
  if (imported) {
    const { specifier: module, name } = imported;
    const what = { is: "external", module, path: [name] } as const;
    if (adapters.some((adapter) => belongsTo(what, adapter))) return true;
  }
  const isMaking = adapters.some((adapter) => adapter.makesEntities === true);
  return isMaking && call.node.type === "CallExpression" && call.scope === call.module.root;
}

/** `a` of `a.b.c()` and of `a(b)(c)` */
function rootName(call: Place["node"]): string | null {
  let node = call;
  for (let inner = innerOf(node); inner; inner = innerOf(node)) node = inner;
  return identifierName(node);
}

function innerOf(node: Place["node"]): Place["node"] | null {
  return unwrap(childOf(node, "callee") ?? childOf(node, "object"));
}
