import { addReach, type Extraction, type Reader } from "../extraction.js";
import {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  stringValue,
  unwrap,
} from "../../syntax/node.js";
import { isOwnFile } from "../../syntax/own-file.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";
import { addUrl, isModuleUrl } from "./module-url.js";
import { isResolveCall } from "./require.js";

/** `new Worker(new URL("./x", import.meta.url))`, `new SharedWorker(…)`, Node's `new Worker("./x")` */
export const readWorker: Reader = (node, ancestors, extraction) => {
  const workers = workersOf(unwrap(childOf(node, "callee")), ancestors, extraction);
  if (workers) addWorker(node, workers, ancestors, extraction);
};

/** Whose workers a class makes: the browser's, or those of Node's worker_threads. */
type Workers = "browser" | "node";

function workersOf(
  callee: SyntaxNode | null,
  ancestors: Ancestors,
  extraction: Extraction,
): Workers | null {
  if (callee?.type === "MemberExpression") return memberWorkers(callee, ancestors, extraction);
  const name = identifierName(callee);
  if (name === null) return null;
  const isBrowsers = name === "Worker" || name === "SharedWorker";
  if (!isBrowsers && !extraction.mentions("worker_threads")) return null;
  const [declaration] = lookUp(name, extraction.scopeAt(ancestors));
  if (declaration) return isNodeWorker(declaration) ? "node" : null;
  return isBrowsers ? "browser" : null;
}

/** `threads.Worker` */
function memberWorkers(
  callee: SyntaxNode,
  ancestors: Ancestors,
  extraction: Extraction,
): Workers | null {
  if (keyName(callee, "property") !== "Worker") return null;
  const name = identifierName(unwrap(childOf(callee, "object"))) ?? "";
  const [declaration] = lookUp(name, extraction.scopeAt(ancestors));
  return isWorkerThreads(declaration?.imported?.specifier) ? "node" : null;
}

/** Imported from worker_threads, or taken of a `require` of it. */
function isNodeWorker({ imported, path, node }: Declaration): boolean {
  if (imported) return isWorkerThreads(imported.specifier) && imported.name === "Worker";
  const init = path?.[0] === "Worker" ? unwrap(childOf(node, "init")) : null;
  const [required] = init?.type === "CallExpression" ? childrenOf(init, "arguments") : [];
  return isWorkerThreads(stringValue(required ?? null));
}

function isWorkerThreads(specifier: string | null | undefined): boolean {
  return specifier === "worker_threads" || specifier === "node:worker_threads";
}

function addWorker(
  node: SyntaxNode,
  workers: Workers,
  ancestors: Ancestors,
  extraction: Extraction,
): void {
  const [written, options] = childrenOf(node, "arguments");
  const argument = withoutFileUrl(unwrap(written ?? null));
  if (!argument) return;
  if (isModuleUrl(argument, ancestors, extraction)) {
    extraction.told.add(argument);
    addUrl("worker", argument, ancestors, extraction);
    return;
  }
  // A browser takes a plain text as an address below the page's; with `eval`, Node takes it as code.
  const isAddress = workers === "browser" && stringValue(argument) !== null;
  // A module that is its own worker reaches nothing new.
  if (isAddress || isEval(options) || isOwnFile(argument)) return;
  if (isResolveCall(argument, ancestors, extraction)) return;
  addReach(extraction, { form: "worker" }, argument, ancestors);
}

/** `fileURLToPath(new URL(…))`, `new URL(…).href` */
function withoutFileUrl(node: SyntaxNode | null): SyntaxNode | null {
  if (node?.type === "MemberExpression") {
    const object = unwrap(childOf(node, "object"));
    return object?.type === "NewExpression" ? object : node;
  }
  if (node?.type !== "CallExpression") return node;
  const name = identifierName(unwrap(childOf(node, "callee")));
  return name === "fileURLToPath" ? unwrap(childrenOf(node, "arguments")[0] ?? null) : node;
}

function isEval(options: SyntaxNode | undefined): boolean {
  return (options ? childrenOf(options, "properties") : []).some(
    (property) => property.type === "Property" && keyName(property, "key") === "eval",
  );
}
