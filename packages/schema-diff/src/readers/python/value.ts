import type { SourcePlace } from "@domain-isolation/model";
import type { ClassDef, FunctionDef, ExprNode } from "py-ast";
import type { PythonFile } from "./parse-python.js";
import type { Scope } from "./scope.js";

/**
 * What an expression stands for, as far as the files tell. What comes from elsewhere (a library, a
 * database) is a term: who made it, and with what. Terms are read by those who know the library.
 */
export type Value =
  | NoneValue
  | BooleanValue
  | NumberValue
  | TextValue
  | SequenceValue
  | MappingValue
  | FunctionValue
  | ClassValue
  | Term;

export type Term = NameTerm | MemberTerm | ItemTerm | CallTerm | OperationTerm | UnknownTerm;

export interface NoneValue {
  readonly kind: "none";
}

export interface BooleanValue {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NumberValue {
  readonly kind: "number";
  readonly value: number;
  /** As it is printed. */
  readonly text: string;
}

/** A stretch of a text and where its characters are written; or something that isn't known. */
export type TextPart =
  { readonly text: string; readonly origin: TextOrigin | null } | { readonly hole: Value };

export interface TextOrigin {
  readonly file: string;
  /** Where in the file what stands for a character begins; null where it can't be told. */
  startOf(index: number): number | null;
  endOf(index: number): number | null;
}

export interface TextValue {
  readonly kind: "text";
  readonly parts: readonly TextPart[];
}

/** Lists, tuples and sets. Lists grow; one that grows where that is uncertain isn't whole. */
export interface SequenceValue {
  readonly kind: "sequence";
  readonly type: "list" | "tuple" | "set";
  readonly items: Value[];
  isWhole: boolean;
}

export interface MappingValue {
  readonly kind: "mapping";
  readonly entries: (readonly [Value, Value])[];
  isWhole: boolean;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly node: FunctionDef | Extract<ExprNode, { readonly nodeType: "Lambda" }>;
  readonly file: PythonFile;
  readonly scope: Scope;
  /** What it is bound to, as a method of. */
  readonly self: Value | null;
}

export interface ClassValue {
  readonly kind: "class";
  readonly node: ClassDef;
  readonly bases: readonly Value[];
  readonly members: Scope;
  /** What is said of attributes: `name: Mapped[str]`. */
  readonly annotations: ReadonlyMap<string, Value>;
  readonly at: SourcePlace;
}

/** Something imported from elsewhere, or built in: `sqlalchemy.Column`. */
export interface NameTerm {
  readonly kind: "name";
  readonly path: string;
  /** The folder that a relative import starts from; null for one that isn't. */
  readonly base: string | null;
}

export interface MemberTerm {
  readonly kind: "member";
  readonly of: Value;
  readonly name: string;
  readonly at: SourcePlace;
}

export interface ItemTerm {
  readonly kind: "item";
  readonly of: Value;
  readonly key: Value | null;
}

export interface CallTerm {
  readonly kind: "call";
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** Arguments are spread into it that are not known. */
  readonly isPartial: boolean;
  readonly at: SourcePlace;
}

/** An operator on what isn't known: `table.c.id == 5`. */
export interface OperationTerm {
  readonly kind: "operation";
  readonly operator: string;
  readonly operands: readonly Value[];
}

export interface UnknownTerm {
  readonly kind: "unknown";
  /** A clause. */
  readonly reason: string;
}

export const none: NoneValue = { kind: "none" };

export function unknown(reason: string): UnknownTerm {
  return { kind: "unknown", reason };
}

export function name(path: string, base: string | null = null): NameTerm {
  return { kind: "name", path, base };
}

export function truth(value: boolean): BooleanValue {
  return { kind: "boolean", value };
}

export function number(value: number, text = String(value)): NumberValue {
  return { kind: "number", value, text };
}

export function text(value: string): TextValue {
  return { kind: "text", parts: [{ text: value, origin: null }] };
}

export function sequence(type: SequenceValue["type"], items: readonly Value[]): SequenceValue {
  return { kind: "sequence", type, items: [...items], isWhole: true };
}

export function mapping(entries: readonly (readonly [Value, Value])[]): MappingValue {
  return { kind: "mapping", entries: [...entries], isWhole: true };
}

/** What a text says, or null where some of it isn't known. */
export function textOf(value: Value | null | undefined): string | null {
  if (value?.kind !== "text") return null;
  let whole = "";
  for (const part of value.parts) {
    if ("hole" in part) return null;
    whole += part.text;
  }
  return whole;
}

/** The items of a sequence that is known whole. */
export function itemsOf(value: Value | null | undefined): readonly Value[] | null {
  return value?.kind === "sequence" && value.isWhole ? value.items : null;
}

/** What a mapping holds under a key, by what both say. */
export function entryOf(value: MappingValue, key: Value): Value | null {
  const entry = value.entries.findLast(([each]) => isSame(each, key) === true);
  return entry?.[1] ?? null;
}

/** Whether two values are equal; null where that isn't known. */
export function isSame(a: Value, b: Value): boolean | null {
  const left = plainOf(a);
  const right = plainOf(b);
  if (left !== undefined && right !== undefined) return left === right;
  if (a.kind === "class" || a.kind === "function") return a === b;
  const all = itemsOf(a);
  const others = itemsOf(b);
  if (!all || !others) return isKnown(a) && isKnown(b) && a.kind !== b.kind ? false : null;
  if (all.length !== others.length) return false;
  return all.reduce<boolean | null>((same, item, index) => {
    const next = isSame(item, others[index] ?? none);
    return same === false || next === false ? false : same === null ? null : next;
  }, true);
}

function plainOf(value: Value): string | number | boolean | null | undefined {
  switch (value.kind) {
    case "none":
      return null;
    case "boolean":
    case "number":
      return value.value;
    case "text":
      return textOf(value) ?? undefined;
    default:
      return undefined;
  }
}

function isKnown(value: Value): boolean {
  return plainOf(value) !== undefined || itemsOf(value) !== null;
}

/** Whether it counts as true; null where that isn't known. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case "none":
      return false;
    case "boolean":
      return value.value;
    case "number":
      return value.value !== 0;
    case "text":
      return textOf(value) === null ? null : textOf(value) !== "";
    case "sequence":
      return isFilled(value.items, value.isWhole);
    case "mapping":
      return isFilled(value.entries, value.isWhole);
    case "function":
    case "class":
      return true;
    default:
      return null;
  }
}

function isFilled(items: readonly unknown[], isWhole: boolean): boolean | null {
  if (items.length > 0) return true;
  return isWhole ? false : null;
}
