import type { Scope } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { DataModule } from "./data-module.js";
import type { Value } from "./value.js";

/** An expression, or a type, with all that gives its names their meaning. */
export interface Place {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly module: DataModule;
  /** The call in which it is evaluated, or null where nothing is known of any. */
  readonly frame: Frame | null;
}

/** What a call knows of the function that it enters. */
export interface Frame {
  /** The function, the class whose member is looked at, or the loop that goes round. */
  readonly of: SyntaxNode;
  /** The arguments, where they are written; of a loop, the element of this round. */
  readonly args: readonly Place[];
  /** What `this` is. */
  readonly receiver: Value | null;
  /** What a value of each type parameter is. */
  readonly types: ReadonlyMap<string, Value | null>;
  /** The call that made the call. */
  readonly outer: Frame | null;
  readonly depth: number;
}

/**
 * What a call knows of what stands outside of all functions: nothing. It is told from no call at all,
 * in that what is named there is not named where the call is written.
 */
export const outermost: Frame = {
  of: { type: "Program" },
  args: [],
  receiver: null,
  types: new Map(),
  outer: null,
  depth: 0,
};

/** Another node at the same place. */
// Spelled out: this is made more often than anything else, and spreading costs several times as much.
export function at({ scope, module, frame }: Place, node: SyntaxNode): Place {
  return { node, scope, module, frame };
}
