import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { returned } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import { decoratorsOf } from "../decorators.js";
import { readInclude, type Reading } from "./include.js";
import { packages } from "./library.js";
import { entriesOf } from "./model-class.js";
import type { Model } from "./models.js";

const defaultScope = "defaultScope";
const prefix = "scope ";
const unscoped = "unscoped";

/** `User.unscoped()` */
export function withoutScopes(handle: Handle): Handle {
  return { ...handle, memory: { [unscoped]: { is: "identifier", names: [] } } };
}

/** `User.scope("open", { method: ["of", id] })`; the default one must be named to stay. */
export function withScopes(handle: Handle, args: readonly Place[], analysis: Analysis): Handle {
  const scopes = args
    .flatMap((each) => analysis.elements(each) ?? [each])
    .flatMap((each) => {
      const named = scopeName(each, analysis);
      const text = named ? analysis.constant(named) : null;
      const key = prefix + (text ?? `${String(each.node.start)} ${String(each.node.range)}`);
      return [[key, { is: "text", place: named ?? each, holes: "unknown" }] as const];
    });
  const bare = withoutScopes(handle);
  return { ...bare, memory: { ...bare.memory, ...Object.fromEntries(scopes) } };
}

/** Its name in `"open"`, `{ method: "open" }` or `{ method: ["of", id] }`. */
function scopeName(scope: Place, analysis: Analysis): Place | null {
  const method = entriesOf(scope, analysis).find(({ key }) => key === "method")?.value;
  if (!method) return analysis.constant(scope) === null ? null : scope;
  return analysis.elements(method)?.[0] ?? method;
}

/** What the scopes include in which a model is asked. */
export function readScopes(
  model: Model,
  memory: Handle["memory"],
  named: Place,
  reading: Reading,
): void {
  const asked = Object.entries(memory).filter(([key]) => key.startsWith(prefix));
  const isDefault = !(unscoped in memory);
  if (isDefault) readScope(model, defaultScope, { ...reading, named });
  for (const [key, value] of asked) {
    if (value.is !== "text") continue;
    const inner: Reading = { ...reading, named: value.place };
    if (!readScope(model, key.slice(prefix.length), inner)) {
      inner.opaque ??= "one of its scopes is defined elsewhere";
    }
    reading.opaque ??= inner.opaque;
  }
}

/** Whether there is such a scope. */
function readScope(model: Model, name: string, reading: Reading): boolean {
  const { analysis } = reading;
  const definition = scopeDefinition(model, name, analysis);
  if (!definition) return name === defaultScope;
  for (const options of objectsOf(definition, analysis)) {
    const include = entriesOf(options, analysis).find(({ key }) => key === "include");
    if (include) readInclude(model, include.value, reading);
  }
  return true;
}

/** An object, or each that a function may give: `(id) => ({ include: … })`. */
function objectsOf(place: Place, analysis: Analysis): readonly Place[] {
  const value = analysis.evaluate(place);
  if (value?.is !== "function") return [place];
  const { place: called } = value;
  return returned(called.node).map(({ node, ancestors }) => ({
    ...called,
    node,
    scope: called.module.scopeAt(ancestors),
  }));
}

/** https://sequelize.org/docs/v6/other-topics/scopes/ and the decorators of sequelize-typescript */
function scopeDefinition(model: Model, name: string, analysis: Analysis): Place | null {
  const isDefault = name === defaultScope;
  const option = model.options.find(({ key }) => key === (isDefault ? defaultScope : "scopes"));
  const given = option && (isDefault ? option.value : entryOf(option.value, name, analysis));
  return (
    given ??
    decoratedScope(model, isDefault ? null : name, analysis) ??
    addedScope(model, name, analysis)
  );
}

function entryOf(options: Place, name: string, analysis: Analysis): Place | null {
  for (const object of objectsOf(options, analysis)) {
    const entry = entriesOf(object, analysis).find(({ key }) => key === name);
    if (entry) return entry.value;
  }
  return null;
}

function decoratedScope(model: Model, name: string | null, analysis: Analysis): Place | null {
  const { place } = model;
  if (!place?.node.type.startsWith("Class")) return null;
  const decorators = decoratorsOf(place, packages, analysis);
  const wanted = name === null ? "DefaultScope" : "Scopes";
  const [options] = decorators.find((each) => each.name === wanted)?.args ?? [];
  if (!options) return null;
  return name === null ? options : entryOf(options, name, analysis);
}

/** `User.addScope("open", …)` in the model's file. */
function addedScope({ place, name: model }: Model, name: string, analysis: Analysis): Place | null {
  const calls = place?.module.calls ?? [];
  for (const { node, scope } of calls) {
    const callee = unwrap(childOf(node, "callee"));
    const object = callee && identifierName(unwrap(childOf(callee, "object")));
    if (!place || object !== model) continue;
    const { method, args } = callSite({ node, scope, module: place.module, frame: null });
    const [first, second] = args;
    if (method === "addScope" && first && analysis.constant(first) === name) return second ?? null;
  }
  return null;
}
