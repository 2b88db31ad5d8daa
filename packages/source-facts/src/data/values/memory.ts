import type { SyntaxNode } from "../../syntax/syntax.js";
import { outermost, type Place } from "./place.js";

/** What is worked out without a call around it is remembered by its node. */
export interface Memory<Result> {
  readonly bare: Map<SyntaxNode, Result | null>;
  /** Asked for by a call, of what stands outside of all functions. */
  readonly outermost: Map<SyntaxNode, Result | null>;
}

export function createMemory<Result>(): Memory<Result> {
  return { bare: new Map(), outermost: new Map() };
}

/** Whoever asks for what is being worked out goes round in a circle: there is nothing to know. */
export function once<Result>(
  memory: Memory<Result>,
  { node, frame }: Place,
  make: () => Result | null,
): Result | null {
  if (frame && frame !== outermost) return make();
  const values = frame ? memory.outermost : memory.bare;
  const known = values.get(node);
  if (known !== undefined) return known;
  values.set(node, null);
  const made = make();
  values.set(node, made);
  return made;
}
