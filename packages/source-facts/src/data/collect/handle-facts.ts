import type { HandleFact, HandleSource } from "@domain-isolation/model";
import { childOf, spanOf } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import type { DataModule } from "../values/data-module.js";
import { at, type Place } from "../values/place.js";
import type { Handle } from "../values/value.js";
import { callsOf, type FoundStatement } from "./find-statements.js";
import { mayMake } from "./made-by-library.js";
import { rootOf, writtenRoot } from "./handle-root.js";

/** What opens and closes a client: with that a file uses it, though it sends nothing. */
const lifecycle = new Set(["destroy", "$connect", "$disconnect"]);

/** What a text holds that does so. */
export const lifecycleWords = String.raw`\.\s*(?:destroy|\$connect|\$disconnect)\s*\(`;

/** The handles that a file makes, those through which it sends its statements, or opens and closes. */
export function handleFacts(
  module: DataModule,
  statements: readonly FoundStatement[],
  analysis: Analysis,
): readonly HandleFact[] {
  const found = new Map<number, HandleFact>();
  const add = (fact: HandleFact | null) => {
    if (fact && !found.has(fact.span.start)) found.set(fact.span.start, fact);
  };
  for (const call of callsOf(module)) add(constructedHandle(call, analysis));
  const named = new Set<string>();
  for (const { handle, first, isThrough } of statements) {
    const root = rootOf(first);
    const name = writtenRoot(root);
    const isMadeHere = root.made !== null && found.has(spanOf(root.made).start);
    const isCall = isThrough === true || root.place.node === first.node;
    if (isCall || isMadeHere || named.has(name)) continue;
    named.add(name);
    const source = handle.transaction === null ? root.source : "transaction";
    add(handleFact(handle, root.place, name, source));
  }
  for (const call of callsOf(module)) {
    const fact = idleHandle(call, analysis);
    if (fact && !named.has(fact.name)) add(fact);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** `db.destroy()` */
function idleHandle(call: Place, analysis: Analysis): HandleFact | null {
  const { receiver, method } = callSite(call);
  if (!receiver || !lifecycle.has(method)) return null;
  const handle = analysis.handle(receiver);
  if (handle?.role !== "client" || handle.query) return null;
  const root = rootOf(call);
  return handleFact(handle, root.place, writtenRoot(root), root.source);
}

/** `new Pool()`, `drizzle(client)`: a library's own call, not that of a function of ours. */
function constructedHandle(call: Place, analysis: Analysis): HandleFact | null {
  const callee = childOf(call.node, "callee");
  if (!callee || !mayMake(call, analysis)) return null;
  const handle = analysis.handle(call);
  if (!handle || handle.query || handle.entity || handle.text) return null;
  const made = analysis.evaluate(at(call, callee));
  return made?.is === "external"
    ? handleFact(handle, call, writtenCallee(call, callee), "constructed")
    : null;
}

function writtenCallee({ module }: Place, callee: Place["node"]): string {
  const { start, end } = spanOf(callee);
  return module.source.text.slice(start, end);
}

function handleFact(handle: Handle, place: Place, name: string, source: HandleSource): HandleFact {
  const { file } = place.module;
  const { role, adapter } = handle;
  const tier = handle.byType ? "typed" : source === "constructed" ? "file" : "linked";
  return {
    kind: "handle",
    file,
    span: spanOf(place.node),
    library: adapter.library,
    role: role === "query" ? "client" : role,
    name,
    source,
    tier,
  };
}
