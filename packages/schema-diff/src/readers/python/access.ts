import type { SourcePlace } from "@domain-isolation/model";
import type { ExprNode } from "py-ast";
import { evaluate } from "./evaluate.js";
import { slicePart } from "./format-text.js";
import type { Frame, Run } from "./frame.js";
import {
  entryOf,
  name,
  sequence,
  text,
  textOf,
  unknown,
  type ClassValue,
  type SequenceValue,
  type TextValue,
  type Value,
} from "./value.js";

export function attributeOf(of: Value, attribute: string, at: SourcePlace, run: Run): Value {
  switch (of.kind) {
    case "name":
      return run.modules.resolve(name(`${of.path}.${attribute}`, of.base));
    case "class":
      return (
        classMember(of, attribute) ?? run.host.member({ kind: "member", of, name: attribute, at })
      );
    case "call": {
      const method = of.callee.kind === "class" ? classMember(of.callee, attribute) : null;
      if (method?.kind === "function") return { ...method, self: of };
      return method ?? run.host.member({ kind: "member", of, name: attribute, at });
    }
    default:
      return run.host.member({ kind: "member", of, name: attribute, at });
  }
}

/** What a class, or one that it is made from, has under a name. */
export function classMember(owner: ClassValue, attribute: string, depth = 0): Value | null {
  const own = owner.members.names.get(attribute);
  if (own) return own;
  if (attribute === "__name__") return text(owner.node.name);
  for (const base of owner.bases) {
    const inherited =
      base.kind === "class" && depth < 20 ? classMember(base, attribute, depth + 1) : null;
    if (inherited) return inherited;
  }
  return null;
}

export function itemOf(of: Value, slice: ExprNode, frame: Frame): Value {
  if (slice.nodeType === "Slice") return sliceOf(of, slice, frame);
  const key = evaluate(slice, frame);
  if (of.kind === "mapping") return entryOf(of, key) ?? { kind: "item", of, key };
  if (key.kind === "number") return elementOf(of, key.value) ?? { kind: "item", of, key };
  return { kind: "item", of, key };
}

function elementOf(of: Value, index: number): Value | null {
  if (of.kind === "sequence" && of.isWhole) return of.items.at(index) ?? null;
  const whole = textOf(of);
  const character = whole?.at(index);
  return character === undefined ? null : text(character);
}

function sliceOf(
  of: Value,
  { lower, upper, step }: Extract<ExprNode, { readonly nodeType: "Slice" }>,
  frame: Frame,
): Value {
  const start = lower ? evaluate(lower, frame) : null;
  const end = upper ? evaluate(upper, frame) : null;
  const isPlain = [start, end].every((each) => !each || each.kind === "number");
  if (!isPlain || step) return unknown("it is a part that can't be told");
  const from = start?.kind === "number" ? start.value : 0;
  const to = end?.kind === "number" ? end.value : undefined;
  if (of.kind === "sequence" && of.isWhole) return sequence(of.type, of.items.slice(from, to));
  return of.kind === "text" ? sliceText(of, from, to) : { kind: "item", of, key: null };
}

function sliceText(of: TextValue, from: number, to: number | undefined): Value {
  const [part, ...others] = of.parts;
  if (!part || "hole" in part || others.length > 0) return { kind: "item", of, key: null };
  const { length } = part.text;
  const start = from < 0 ? Math.max(length + from, 0) : Math.min(from, length);
  const end = to === undefined ? length : to < 0 ? Math.max(length + to, 0) : Math.min(to, length);
  return { kind: "text", parts: [slicePart(part, start, Math.max(start, end))] };
}

/** What a `for` runs over; null where it isn't known. */
export function iterableOf(value: Value, run: Run): readonly Value[] | null {
  switch (value.kind) {
    case "sequence":
      return value.isWhole ? [...value.items] : null;
    case "mapping":
      return value.isWhole ? value.entries.map(([key]) => key) : null;
    case "text": {
      const whole = textOf(value);
      return whole === null ? null : Array.from(whole, text);
    }
    default:
      return run.host.iterate(value);
  }
}

export function isList(value: Value): value is SequenceValue {
  return value.kind === "sequence" && value.type !== "tuple";
}
