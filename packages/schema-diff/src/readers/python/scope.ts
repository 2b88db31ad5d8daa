import type { Value } from "./value.js";

/** Names and what they stand for, of a module, a function or a class. */
export interface Scope {
  readonly names: Map<string, Value>;
  /** Where names are looked for that it lacks. */
  readonly parent: Scope | null;
  /** Names that are those of the module: `global x`. */
  readonly outer: Set<string>;
}

export function createScope(parent: Scope | null): Scope {
  return { names: new Map(), parent, outer: new Set() };
}

export function lookUp(name: string, scope: Scope): Value | null {
  for (let each: Scope | null = scope; each; each = each.parent) {
    const value = each.names.get(name);
    if (value) return value;
  }
  return null;
}

/** The scope that an assignment to a name changes. */
export function scopeOf(name: string, scope: Scope): Scope {
  let owner = scope;
  if (scope.outer.has(name)) while (owner.parent) owner = owner.parent;
  return owner;
}
