import { childOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { External } from "../values/value.js";
import type { Place } from "../values/place.js";

const hosts = new Set(["process", "Bun", "Deno"]);

/** Whether a member access is the environment itself: `process.env`, `import.meta.env`. */
export function isEnvironment({ node, scope }: Place): boolean {
  if (node.type !== "MemberExpression" || keyName(node, "property") !== "env") return false;
  const object = unwrap(childOf(node, "object"));
  if (object?.type === "MetaProperty") return true;
  const host = identifierName(object) ?? globalMember(object);
  return host !== null && hosts.has(host) && lookUp(host, scope).length === 0;
}

/** `globalThis.process` */
function globalMember(object: Place["node"] | null): string | null {
  if (object?.type !== "MemberExpression") return null;
  const isGlobal = identifierName(unwrap(childOf(object, "object"))) === "globalThis";
  return isGlobal ? keyName(object, "property") : null;
}

/** `env` of `node:process`, imported or required. */
export function isProcessEnvironment({ module, path }: External, key: string): boolean {
  const isProcess = module === "process" || module === "node:process" || module === "bun";
  return isProcess && key === "env" && path.length === 0;
}
