import type { TransactionCall, TransactionFact } from "@domain-isolation/model";
import { childOf, spanOf } from "../../syntax/node.js";
import { transactionId } from "../adapters/query.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import { receiverValue } from "../typed/receiver-value.js";
import type { DataModule } from "../values/data-module.js";
import { at, type Place } from "../values/place.js";
import type { Handle } from "../values/value.js";
import { callsOf, contains } from "./find-statements.js";

/** The transactions that a file opens with a callback, and what is called in them. */
export function transactionFacts(
  module: DataModule,
  analysis: Analysis,
): readonly TransactionFact[] {
  const calls = callsOf(module);
  return calls.flatMap((call): TransactionFact[] => {
    const handle = transactionHandle(call, analysis);
    if (!handle) return [];
    return [
      {
        kind: "transaction",
        file: module.file,
        span: spanOf(call.node),
        library: handle.adapter.library,
        id: transactionId(call),
        calls: calls.flatMap((inner) =>
          isWithin(inner, call) ? (callInto(inner, analysis) ?? []) : [],
        ),
        tier: handle.byType ? "typed" : "linked",
      },
    ];
  });
}

/** Of a call of a handle's method that opens a transaction. */
function transactionHandle(call: Place, analysis: Analysis): Handle | null {
  const { method, receiver } = callSite(call);
  if (!receiver || !analysis.adapters.some(({ transactions }) => transactions?.has(method)))
    return null;
  const handle = receiverValue(receiver, method, analysis);
  if (handle?.is !== "handle" || handle.adapter.transactions?.has(method) !== true) return null;
  return opens(handle, call, analysis) ? handle : null;
}

/** Whether a callback gets a handle of a transaction that begins with this call. */
function opens(handle: Handle, call: Place, analysis: Analysis): boolean {
  const site = callSite(call);
  const id = transactionId(call);
  return site.args.some((_, argument) => {
    const handed = handle.adapter.handed?.(handle, site, { argument, parameter: 0 }, analysis);
    return handed?.is === "handle" && handed.transaction === id;
  });
}

function isWithin(inner: Place, outer: Place): boolean {
  return inner.node !== outer.node && contains(outer.node, inner.node);
}

/** A call, within a transaction, of what another file defines. */
export function callInto(inner: Place, analysis: Analysis): TransactionCall | null {
  const callee = childOf(inner.node, "callee");
  const called = callee && analysis.evaluate(at(inner, callee));
  if (called?.is !== "function" || called.place.module === inner.module) return null;
  const { name } = callSite(inner);
  const { start, end } = spanOf(name.node);
  const written = inner.module.source.text.slice(start, end);
  return { name: written, target: called.place.module.file, span: { start, end } };
}
