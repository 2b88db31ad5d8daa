import { membersOf } from "../syntax/members-of.js";
import { createScopes, lookUp } from "../syntax/scopes.js";
import type { SyntaxNode } from "../syntax/syntax.js";

/**
 * The members that a module uses of the namespace that it imports as `local`, sorted, or null where
 * it passes the namespace on as a whole: as an argument, in an export, with a key worked out later.
 */
export function namespaceMembers(program: SyntaxNode, local: string): readonly string[] | null {
  const scopes = createScopes({ program });
  const meant = lookUp(local, scopes.scopeAt([program]))[0]?.scope;
  const members = membersOf(
    program,
    local,
    (ancestors) => lookUp(local, scopes.scopeAt(ancestors))[0]?.scope === meant,
  );
  return members && [...new Set(members.map(({ name }) => name))].sort();
}
