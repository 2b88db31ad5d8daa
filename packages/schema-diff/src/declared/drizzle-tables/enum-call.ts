import type { Analysis, Place } from "@domain-isolation/source-facts";
import { listElements } from "../../readers/source-code/list-elements.js";
import { textOf } from "../../readers/source-code/literals.js";
import { optionsOf } from "../../readers/source-code/options.js";
import type { Step } from "../../readers/source-code/chain.js";
import type { DrizzleCall } from "./drizzle-call.js";

/** `pgEnum("role", ["admin", "member"])`, `schema.enum(…)`. */
export interface EnumCall {
  readonly name: string | null;
  readonly schema: string | null;
  /** Null where they are known only when it runs. */
  readonly values: readonly string[] | null;
  readonly place: Place;
  readonly rest: readonly Step[];
}

export function enumOf(call: DrizzleCall, analysis: Analysis): EnumCall | null {
  if (call.name === "pgEnum") return made(null, call, analysis);
  const [next, ...rest] = call.rest;
  if (call.name !== "pgSchema" || next?.name !== "enum" || !next.args) return null;
  const [schema] = call.args;
  const given = schema ? textOf(schema, analysis) : null;
  return made(given, { args: next.args, place: next.place, rest }, analysis);
}

function made(
  schema: string | null,
  { args: [name, values], place, rest }: Pick<DrizzleCall, "args" | "place" | "rest">,
  analysis: Analysis,
): EnumCall {
  return {
    name: name ? textOf(name, analysis) : null,
    schema: schema === "public" ? null : schema,
    values: values ? textsOf(values, analysis) : null,
    place,
    rest,
  };
}

/** A list of texts, or an object whose values are. */
function textsOf(place: Place, analysis: Analysis): readonly string[] | null {
  const options = optionsOf(place, analysis);
  const items =
    listElements(place, analysis) ?? options?.keys.flatMap((key) => options.place(key) ?? []);
  const texts = items?.map((item) => textOf(item, analysis));
  return texts?.every((text) => text !== null) ? texts : null;
}
