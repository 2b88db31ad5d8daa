import { childOf, identifierName, isWrapper, unwrap } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Adapter, CallSite, UnknownCall } from "../adapters/adapter.js";
import type { Analysis } from "../analysis.js";
import { comingOf } from "../typed/by-type.js";
import { callableHandle, receiverValue } from "../typed/receiver-value.js";
import { at, type Place } from "../values/place.js";
import type { Entity, External, Handle, Instance, Parameter, Value } from "../values/value.js";
import { callFunction } from "./call-function.js";
import { callSite, type PlacedCall } from "./call-site.js";
import { moduleValue } from "./evaluate.js";
import { instanceOf, libraryBase } from "./instance.js";
import { continuedHere, returnedQuery } from "./returned-query.js";

/** What a call gives. */
export function evaluateCall(place: Place, analysis: Analysis): Value | null {
  const callee = childOf(place.node, "callee");
  if (!callee) return null;
  const site = callSite(place);
  if (isRequire(callee, place)) return requiredModule(site, analysis);
  return evaluateSite(site, at(place, callee), analysis);
}

/** Of a tagged template: a call with its parts. */
export function evaluateTag(place: Place, analysis: Analysis): Value | null {
  const tag = unwrap(childOf(place.node, "tag"));
  return tag && evaluateSite(callSite(place), at(place, tag), analysis);
}

export function evaluateNew(place: Place, analysis: Analysis): Value | null {
  const callee = childOf(place.node, "callee");
  const made = callee && analysis.evaluate(at(place, callee));
  const site = callSite(place);
  if (made?.is === "external") {
    return ask(analysis, made, (adapter) => adapter.constructed?.(made, site, analysis));
  }
  return made?.is === "class" ? instanceOf(made.place, place, analysis) : null;
}

function evaluateSite(site: PlacedCall, callee: Place, analysis: Analysis): Value | null {
  const { receiver, method } = site;
  const object = receiver && receiverValue(receiver, method, analysis);
  if (object?.is === "handle") return invoke(object, site, analysis);
  const called = calledValue(object, site, callee, analysis);
  switch (called?.is) {
    case "function":
      return (
        overriding(object, site, analysis) ??
        returnedQuery(callFunction(called, site, analysis), called.place, site) ??
        calledBySignature(called.place.node, object, site, callee, analysis)
      );
    case "external":
      return ask(analysis, called, (adapter) => adapter.called?.(called, site, analysis));
    case "handle":
      return invoke(called, { ...site, method: "", name: callee }, analysis);
    default:
      return receiver && calledOn(object, { ...site, receiver }, callee, analysis);
  }
}

/** `query(text: string): Promise<Row[]>` of an interface: what it does stands elsewhere. */
function calledBySignature(
  { type }: SyntaxNode,
  object: Value | null,
  { receiver, ...site }: PlacedCall,
  callee: Place,
  analysis: Analysis,
): Value | null {
  const isSignature = type === "TSMethodSignature" || type === "TSFunctionType";
  return receiver && isSignature ? calledOn(object, { ...site, receiver }, callee, analysis) : null;
}

/** Of `(ctx.client as Knex)("users")` what it is asserted to be. */
function calledValue(
  object: Value | null,
  { receiver, method, name }: PlacedCall,
  callee: Place,
  analysis: Analysis,
): Value | null {
  if (!receiver || isWrapper(callee.node)) return analysis.evaluate(callee);
  return analysis.member(object, method, name);
}

/** A method of a handle, or the handle itself, is called. */
export function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  return comingOf(handle, handle.adapter.invoked?.(continuedHere(handle), site, analysis));
}

/** A method that none of our code defines: its object's class may have it from a library. */
function calledOn(
  object: Value | null,
  site: UnknownCall,
  callee: Place,
  analysis: Analysis,
): Value | null {
  const self = selfOf(object, site, analysis);
  switch (self?.is) {
    case "instance": {
      const base = libraryBase(self, analysis);
      return base ? invoke(base, site, analysis) : calledOnRow(self, site, analysis);
    }
    case "class":
      return (
        calledOnEntity(analysis.entityAt(self.place), site, analysis) ??
        calledOnBase(self.place, site, analysis)
      );
    case "entity":
      return calledOnEntity(analysis.entity(site.receiver), site, analysis);
    case undefined:
    case "parameter":
    case "external":
    case "shape":
      return calledByType(site, callee, analysis) ?? guess(site, analysis);
    default:
      return null;
  }
}

/** What `super` has of a library, it does to what `this` is. */
function selfOf(object: Value | null, { receiver }: UnknownCall, analysis: Analysis): Value | null {
  const isSuper = receiver.node.type === "Super";
  return isSuper ? analysis.evaluate(at(receiver, { type: "ThisExpression" })) : object;
}

/**
 * A method of ours in the place of one that the library gives to entities: `static findByPk(id)`. It
 * still does to the table what its name says.
 */
function overriding(object: Value | null, site: PlacedCall, analysis: Analysis): Value | null {
  const { receiver } = site;
  if (!receiver || receiver.node.type === "Super") return null;
  if (object?.is === "class" || object?.is === "entity")
    return calledOnEntity(analysis.entity(receiver), { ...site, receiver }, analysis);
  const entity = object?.is === "instance" ? analysis.entityAt(object.class) : null;
  return entity && rowCall(entity, site, analysis);
}

/** `User.findAll()` */
function calledOnEntity(
  entity: Entity | Parameter | null,
  site: UnknownCall,
  analysis: Analysis,
): Value | null {
  if (entity?.is !== "entity") return null;
  const adapter = analysis.adapters.find(({ library }) => library === entity.library);
  return adapter?.statically?.(entity, site, analysis) ?? null;
}

/** `user.save()`, of an object whose class is an entity. */
function calledOnRow(row: Instance, site: UnknownCall, analysis: Analysis): Value | null {
  const entity = analysis.entityAt(row.class);
  if (!entity) return calledOnBase(row.class, site, analysis);
  return rowCall(entity, site, analysis);
}

function rowCall(entity: Entity, site: CallSite, analysis: Analysis): Value | null {
  const adapter = analysis.adapters.find(({ library }) => library === entity.library);
  return adapter?.calledOnRow?.(entity, site, analysis) ?? null;
}

/** `this.findAll()` in what entities extend. */
function calledOnBase(cls: Place, site: CallSite, analysis: Analysis): Value | null {
  for (const adapter of analysis.adapters) {
    const value = adapter.calledOnBase?.(cls, site, analysis);
    if (value) return value;
  }
  return null;
}

/** `ctx.knex("users")`, of a client that only its type makes known. */
function calledByType(site: UnknownCall, callee: Place, analysis: Analysis): Value | null {
  const handle = analysis.typedMethods.has(site.method) ? callableHandle(callee, analysis) : null;
  return handle && invoke(handle, { ...site, method: "", name: callee }, analysis);
}

function guess(site: UnknownCall, analysis: Analysis): Value | null {
  for (const adapter of analysis.adapters) {
    const value = adapter.methods.has(site.method) ? adapter.guessed?.(site, analysis) : null;
    if (value) return value;
  }
  return null;
}

/** What the adapter of an external module says. */
export function ask(
  analysis: Analysis,
  what: External,
  question: (adapter: Adapter) => Value | null | undefined,
): Value | null {
  for (const adapter of analysis.adapters) {
    const value = belongsTo(what, adapter) ? question(adapter) : null;
    if (value) return value;
  }
  return null;
}

/** Whether an adapter knows a module of others. */
export function belongsTo(what: External, { packages, claims }: Adapter): boolean {
  const { module } = what;
  const isPart = packages.some((name) => module === name || module.startsWith(`${name}/`));
  return isPart || claims?.(what) === true;
}

function isRequire(callee: Place["node"], { scope }: Place): boolean {
  return identifierName(callee) === "require" && lookUp("require", scope).length === 0;
}

function requiredModule({ args, place }: CallSite, analysis: Analysis): Value | null {
  const [argument] = args;
  const specifier = argument ? analysis.constant(argument) : null;
  return specifier === null ? null : moduleValue(place.module.file, specifier, analysis);
}
