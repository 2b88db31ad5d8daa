import { spanOf, stringValue } from "../../../syntax/node.js";
import type { Scope } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import { segmentsOf } from "../../text/segments.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";
import { functionAround } from "../naming-place.js";

/** A builder that knows what an alias stands for. */
export function withAlias(
  handle: Handle,
  alias: Place | undefined,
  entity: Entity | null,
  analysis: Analysis,
): Handle {
  const name = alias ? analysis.constant(alias) : null;
  if (name === null || !alias) return handle;
  const known: Value = entity ?? { is: "text", place: alias, holes: "unknown" };
  return { ...handle, memory: { ...handle.memory, [memoryKey(name)]: known } };
}

function memoryKey(alias: string): string {
  return `alias ${alias}`;
}

/** What an alias stands for; one of which nothing is said may be that of the builder's own table. */
export function aliasEntity(
  handle: Handle,
  alias: string | null,
  place: Place,
  analysis: Analysis,
): Entity | null {
  const own = alias === null ? undefined : handle.memory[memoryKey(alias)];
  const known =
    own ?? (alias === null ? null : addedAlias(alias, place, analysis)) ?? handle.entity;
  return known?.is === "entity" ? known : null;
}

/** `query.leftJoin("team.seats", "seat")` on a variable, before `query.leftJoin("seat.account", …)`. */
function addedAlias(alias: string, place: Place, analysis: Analysis): Value | null {
  for (const call of addingCalls(alias, place)) {
    const known = analysis.handle(call)?.memory[memoryKey(alias)];
    if (known) return known;
  }
  return null;
}

const adding = /Join|^(?:from|addFrom)$/u;

/** The calls around, before this one, that give something an alias. */
function addingCalls(alias: string, { node, scope, module, frame }: Place): readonly Place[] {
  const { start } = spanOf(node);
  return module.calls.flatMap((each) => {
    if (spanOf(each.node).end > start || !isSameFunction(each.scope, scope)) return [];
    const call: Place = { node: each.node, scope: each.scope, module, frame };
    const { method, args } = callSite(call);
    const isNamed = adding.test(method) && args.some((arg) => stringValue(arg.node) === alias);
    return isNamed ? [call] : [];
  });
}

/** Whether what one scope has is at hand in another: it is around it, or in the same function. */
function isSameFunction(one: Scope, other: Scope): boolean {
  const around = functionAround(one);
  for (let scope: Scope | null = other; scope; scope = scope.parent) {
    if (scope === around) return true;
  }
  return around === null;
}

/** `alias.path` as it is written; the alias is null where it is worked out when it runs. */
export interface AliasPath {
  readonly alias: string | null;
  readonly path: string;
}

/** Takes `"order.lines"` and "`${alias}.lines`" apart; null for what has no path. */
export function aliasPath(place: Place, analysis: Analysis): AliasPath | null {
  const segments = segmentsOf(place, "unknown", analysis).map(({ segment }) => segment);
  const last = segments.at(-1);
  if (last?.kind !== "text") return null;
  const isWhole = segments.every(({ kind }) => kind === "text");
  const text = isWhole
    ? segments.map((each) => (each.kind === "text" ? each.text : "")).join("")
    : last.text;
  const dot = text.indexOf(".");
  if (dot < 0 || (!isWhole && dot > 0)) return null;
  return { alias: isWhole ? text.slice(0, dot) : null, path: text.slice(dot + 1) };
}
