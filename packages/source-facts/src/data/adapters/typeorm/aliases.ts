import type { Analysis } from "../../analysis.js";
import { segmentsOf } from "../../text/segments.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle, Value } from "../../values/value.js";

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
export function aliasEntity({ memory, entity }: Handle, alias: string | null): Entity | null {
  const known = (alias === null ? undefined : memory[memoryKey(alias)]) ?? entity;
  return known?.is === "entity" ? known : null;
}

/** Whether a name that is written before a dot can only be a schema's: all aliases are known. */
export function isSchema({ memory }: Handle, alias: string): boolean {
  const isAlias = memory[memoryKey(alias)] !== undefined;
  return !isAlias && Object.keys(memory).some(isMemoryKey);
}

function isMemoryKey(key: string): boolean {
  return key.startsWith(memoryKey(""));
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
