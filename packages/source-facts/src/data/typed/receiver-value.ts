import { childOf, keyName, spanOf, unwrap } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import { belongsTo, invoke } from "../evaluate/evaluate-call.js";
import { libraryBase } from "../evaluate/instance.js";
import { byType } from "./by-type.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Value } from "../values/value.js";
import { isPlain } from "./is-plain.js";
import { valueOfType } from "./value-of-type.js";

/**
 * What a method is called on. Where some library knows a method of that name and the code leaves open
 * what it is called on, what the type says.
 */
export function receiverValue(receiver: Place, method: string, analysis: Analysis): Value | null {
  return analysis.typedMethods.has(method)
    ? openValue(receiver, analysis)
    : analysis.evaluate(receiver);
}

function openValue(place: Place, analysis: Analysis): Value | null {
  const value = analysis.evaluate(place);
  return isOpen(value, analysis) ? (typedValue(place, analysis) ?? value) : value;
}

function isOpen(value: Value | null, { adapters, world }: Analysis): boolean {
  if (!world.types) return false;
  if (value?.is === "external") return !adapters.some((adapter) => belongsTo(value, adapter));
  return value === null || value.is === "parameter" || value.is === "shape";
}

function typedValue(wrapped: Place, analysis: Analysis): Value | null {
  const place = at(wrapped, unwrap(wrapped.node) ?? wrapped.node);
  const { node, module } = place;
  const names = isPlain(place) ? null : analysis.world.types?.typeAt(module.file, spanOf(node));
  if (!names) return null;
  const value = valueOfType(names, place, analysis);
  const told = value?.is === "instance" ? (libraryBase(value, analysis) ?? value) : value;
  if (told?.is === "handle") {
    return byType(continued(place, told, analysis) ?? told);
  }
  return told ?? memberValue(place, analysis);
}

/** `user` of `ctx.prisma.user`: what it is a property of says more. */
function memberValue(place: Place, analysis: Analysis): Value | null {
  const { node } = place;
  const object = node.type === "MemberExpression" ? childOf(node, "object") : null;
  const name = childOf(node, "property");
  const key = object && keyName(node, "property");
  if (!object || !name || key === null) return null;
  const value = openValue(at(place, object), analysis);
  return value && analysis.member(value, key, at(place, name));
}

/** What is known of a builder already is more than its type says. */
function continued(place: Place, { adapter, query }: Handle, analysis: Analysis): Handle | null {
  const called = calledValue(place, analysis);
  if (called?.is === "handle") return called;
  const object = childOf(childOf(place.node, "callee") ?? place.node, "object");
  const before = object && !query ? analysis.handle(at(place, object)) : null;
  // `query.or.where(…)`, where a library knows no property `or`.
  return before?.adapter === adapter && before.query?.isDone === false ? before : null;
}

/** `ctx.knex("users")`: its type says what it is, but not of which table. */
function calledValue(place: Place, analysis: Analysis): Value | null {
  const callee = place.node.type === "CallExpression" ? childOf(place.node, "callee") : null;
  const handle = callee && callableHandle(at(place, callee), analysis);
  if (!callee || !handle) return null;
  return invoke(handle, { ...callSite(place), method: "", name: at(place, callee) }, analysis);
}

/** A client that is itself called, by its type. */
export function callableHandle(callee: Place, analysis: Analysis): Handle | null {
  if (!analysis.typedMethods.has("")) return null;
  const value = openValue(callee, analysis);
  return value?.is === "handle" ? value : null;
}
