import { isList, iterableOf } from "./access.js";
import { formatBraces } from "./format-text.js";
import type { Run } from "./frame.js";
import {
  entryOf,
  none,
  sequence,
  text,
  textOf,
  truth,
  type CallTerm,
  type MappingValue,
  type MemberTerm,
  type SequenceValue,
  type TextPart,
  type TextValue,
  type Value,
} from "./value.js";

/** What a method of a text, a list or a mapping gives; null for anything else. */
export function callMethod({ of, name }: MemberTerm, term: CallTerm, run: Run): Value | null {
  switch (of.kind) {
    case "text":
      return textMethod(of, name, term, run);
    case "sequence":
      return sequenceMethod(of, name, term, run);
    case "mapping":
      return mappingMethod(of, name, term, run);
    default:
      return null;
  }
}

type TextMethod = (whole: string, args: readonly string[]) => Value;

const textMethods: Readonly<Record<string, TextMethod>> = {
  upper: (whole) => text(whole.toUpperCase()),
  lower: (whole) => text(whole.toLowerCase()),
  casefold: (whole) => text(whole.toLowerCase()),
  capitalize: (whole) => text(whole.charAt(0).toUpperCase() + whole.slice(1).toLowerCase()),
  title: (whole) =>
    text(whole.toLowerCase().replaceAll(/(?<![a-z])[a-z]/gu, (each) => each.toUpperCase())),
  strip: (whole, [set]) => text(stripEnd(stripStart(whole, set), set)),
  lstrip: (whole, [set]) => text(stripStart(whole, set)),
  rstrip: (whole, [set]) => text(stripEnd(whole, set)),
  replace: (whole, [from = "", to = ""]) => text(whole.replaceAll(from, () => to)),
  startswith: (whole, [start = ""]) => truth(whole.startsWith(start)),
  endswith: (whole, [end = ""]) => truth(whole.endsWith(end)),
  removeprefix: (whole, [start = ""]) =>
    text(whole.startsWith(start) ? whole.slice(start.length) : whole),
  removesuffix: (whole, [end = ""]) =>
    text(end !== "" && whole.endsWith(end) ? whole.slice(0, -end.length) : whole),
  split: (whole, [separator]) =>
    list(separator === undefined ? words(whole) : whole.split(separator)),
  splitlines: (whole) => list(whole.split(/\r\n|\r|\n/u)),
  encode: (whole) => text(whole),
};

function textMethod(of: TextValue, name: string, term: CallTerm, run: Run): Value | null {
  if (name === "format") return formatBraces(of, term.args, term.named);
  if (name === "join") return joined(of, term, run);
  if (name === "strip" && term.args.length === 0 && of.parts.length > 1) return of;
  const whole = textOf(of);
  const args = term.args.map((arg) => textOf(arg));
  const isKnown = whole !== null && args.every((arg) => arg !== null);
  return isKnown ? (textMethods[name]?.(whole, args) ?? null) : null;
}

function joined(separator: TextValue, { args: [first] }: CallTerm, run: Run): Value | null {
  const items = first ? iterableOf(first, run) : null;
  if (!items) return { kind: "text", parts: [{ hole: first ?? none }] };
  const parts = items.flatMap((item, index): readonly TextPart[] => [
    ...(index > 0 ? separator.parts : []),
    ...(item.kind === "text" ? item.parts : [{ hole: item }]),
  ]);
  return { kind: "text", parts };
}

function list(items: readonly string[]): Value {
  return sequence(
    "list",
    items.map((item) => text(item)),
  );
}

function words(whole: string): readonly string[] {
  return whole.split(/\s+/u).filter((word) => word !== "");
}

function stripStart(whole: string, set = " \t\n\r\f\v"): string {
  let start = 0;
  while (start < whole.length && set.includes(whole.charAt(start))) start++;
  return whole.slice(start);
}

function stripEnd(whole: string, set = " \t\n\r\f\v"): string {
  let end = whole.length;
  while (end > 0 && set.includes(whole.charAt(end - 1))) end--;
  return whole.slice(0, end);
}

function sequenceMethod(of: SequenceValue, name: string, term: CallTerm, run: Run): Value | null {
  const [first] = term.args;
  if (name === "copy") return { ...of, items: [...of.items] };
  if (!isList(of) || !first) return null;
  const added = addedItems(name, first, run);
  if (added) for (const item of added) of.items.push(item);
  of.isWhole &&= added !== null && run.assigned.length === 0;
  return added ? none : null;
}

function addedItems(name: string, value: Value, run: Run): readonly Value[] | null {
  if (name === "append" || name === "add") return [value];
  return name === "extend" || name === "update" ? iterableOf(value, run) : null;
}

type MappingMethod = (of: MappingValue, term: CallTerm, run: Run) => Value | null;

const mappingMethods: Readonly<Record<string, MappingMethod>> = {
  items: (of) =>
    listOf(
      of,
      of.entries.map((entry) => sequence("tuple", entry)),
    ),
  keys: (of) =>
    listOf(
      of,
      of.entries.map(([key]) => key),
    ),
  values: (of) =>
    listOf(
      of,
      of.entries.map(([, value]) => value),
    ),
  copy: (of) => ({ ...of, entries: [...of.entries] }),
  get: (of, { args: [key, fallback] }) =>
    (key && entryOf(of, key)) ?? (of.isWhole ? (fallback ?? none) : null),
  update: updateMapping,
};

function mappingMethod(of: MappingValue, name: string, term: CallTerm, run: Run): Value | null {
  const method = mappingMethods[name];
  if (method) return method(of, term, run);
  // Whatever else is called may change it.
  of.isWhole = false;
  return null;
}

function updateMapping(of: MappingValue, { args: [more], named }: CallTerm, run: Run): Value {
  if (more?.kind === "mapping") for (const entry of more.entries) of.entries.push(entry);
  for (const [key, value] of named) of.entries.push([text(key), value]);
  of.isWhole &&= (!more || more.kind === "mapping") && run.assigned.length === 0;
  return none;
}

function listOf(of: MappingValue, items: readonly Value[]): Value {
  const all = sequence("list", items);
  all.isWhole = of.isWhole;
  return all;
}
