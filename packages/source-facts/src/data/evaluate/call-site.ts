import { childOf, childrenOf, keyName, unwrap } from "../../syntax/node.js";
import type { CallSite } from "../adapters/adapter.js";
import { at, type Place } from "../values/place.js";

/** A call with what it is called on, if it is a method's. */
export type PlacedCall = CallSite & { readonly receiver: Place | null };

/** Takes a call, a construction or a tagged template apart. */
export function callSite(place: Place): PlacedCall {
  const { node } = place;
  const isTag = node.type === "TaggedTemplateExpression";
  const callee = unwrap(childOf(node, isTag ? "tag" : "callee")) ?? node;
  const template = isTag ? childOf(node, "quasi") : null;
  const object = callee.type === "MemberExpression" ? childOf(callee, "object") : null;
  const key = object && keyName(callee, "property");
  return {
    place,
    method: key ?? "",
    name: at(place, (object && childOf(callee, "property")) ?? callee),
    args: childrenOf(node, "arguments").map((each) => at(place, each)),
    template: template && at(place, template),
    receiver: object && key !== null ? at(place, object) : null,
  };
}
