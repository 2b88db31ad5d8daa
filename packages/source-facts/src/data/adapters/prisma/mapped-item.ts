import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";

const mapping = new Set(["map", "flatMap", "from"]);

/** `items.map((each) => ({ … }))`: all that it gives is like what the callback returns. */
export function mappedItem(place: Place, analysis: Analysis): readonly Place[] | null {
  const call = callAt(place);
  const site = call && callSite(call);
  if (!site || !mapping.has(site.method)) return null;
  for (const argument of site.args) {
    const callback = analysis.evaluate(argument);
    if (callback?.is !== "function") continue;
    const item = callFunction(callback, { ...site, args: [] }, analysis);
    return item?.is === "object" ? [item.place] : null;
  }
  return null;
}

/** A call, or that which a constant holds. */
function callAt(place: Place): Place | null {
  const node = unwrap(place.node);
  if (node?.type === "CallExpression") return at(place, node);
  const declaration = lookUp(identifierName(node) ?? "", place.scope)[0];
  const init = declaration?.kind === "const" ? unwrap(childOf(declaration.node, "init")) : null;
  return declaration && init?.type === "CallExpression"
    ? { ...place, node: init, scope: declaration.scope }
    : null;
}
