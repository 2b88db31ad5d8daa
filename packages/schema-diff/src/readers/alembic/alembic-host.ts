import type { Host } from "../python/host.js";
import { text, truth, unknown, type MemberTerm, type Value } from "../python/value.js";
import { callEffect } from "./call-effects.js";
import type { Existing } from "./existing.js";
import { decide, inspect, textsIn } from "./inspection.js";
import { typed } from "./types/dialect-type.js";
import { assignmentEffect } from "./session-effect.js";
import { membersOf } from "./types/enum-type.js";
import { opaque, type World } from "./world.js";

/** Knows what Alembic and SQLAlchemy do when a migration calls them. */
export function createHost(world: World, existing: Existing, files: Pick<Host, "follows">): Host {
  return {
    call: (term, isStatement, invoke) =>
      callEffect(typed(term, invoke), isStatement, { world, existing }),
    member: (term) => memberOf(term, world),
    assign(target, at) {
      for (const change of assignmentEffect(target, at) ?? []) world.emit(change);
    },
    decide: (test) => decide(test, existing),
    iterate: (value) => inspect(value, existing) ?? enumMembers(value),
    guarded(test, body) {
      world.conditional(new Set(textsIn(test)), body);
    },
    tolerant(body) {
      world.tolerant(body);
    },
    uncertain: (at, reason, body) => {
      world.uncertain(at, reason, body);
    },
    quietly: (body) => {
      world.quietly(body);
    },
    takeFailure: () => world.takeFailure(),
    follows: (file) => files.follows(file),
    unread(at, reason) {
      world.emit(opaque(at, reason));
    },
  };
}

function memberOf(term: MemberTerm, { dialect }: World): Value {
  const { of, name } = term;
  const owner = of.kind === "member" ? of.name : null;
  if (name === "name" && (owner === "dialect" || owner === "engine")) return text(dialect);
  if (name === "__dialect__") return text(dialect);
  if (name === "as_sql" && of.kind === "call") return truth(false);
  // The value of a member of an enum is what it was made from.
  const isPlain = of.kind === "text" || of.kind === "number";
  if (name === "value" && isPlain) return of;
  return of.kind === "unknown" ? unknown(of.reason) : term;
}

/** Iterating over an enum of Python gives its members. */
function enumMembers(value: Value): readonly Value[] | null {
  const isEnum =
    value.kind === "class" &&
    value.bases.some((base) => base.kind === "name" && /^enum\.\w*Enum$/u.test(base.path));
  if (!isEnum) return null;
  return membersOf(value).map((name) => value.members.names.get(name) ?? text(name));
}
