/** The names that `WITH` gives to queries, as far as they can be seen. */
export interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | null;
}

export function isVisible(name: string, scope: Scope | null): boolean {
  for (let each = scope; each; each = each.outer) if (each.names.has(name)) return true;
  return false;
}
