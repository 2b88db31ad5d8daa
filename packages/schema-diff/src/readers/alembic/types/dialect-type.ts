import { classMember } from "../../python/access.js";
import type { Invoke } from "../../python/host.js";
import { name, type CallTerm, type Value } from "../../python/value.js";
import { calledName } from "../sqlalchemy-name.js";

/**
 * A call in which types that are another one in each dialect are what they are in this one: a
 * `TypeDecorator` says it in `load_dialect_impl`.
 */
export function typed(term: CallTerm, invoke: Invoke): CallTerm {
  const isColumn = ["Column", "mapped_column"].includes(calledName(term) ?? "");
  const type = term.named.get("type_");
  if (!isColumn && !type) return term;
  const named = new Map(term.named);
  if (type) named.set("type_", dialectType(type, invoke));
  return { ...term, named, args: term.args.map((each) => dialectType(each, invoke)) };
}

function dialectType(value: Value, invoke: Invoke): Value {
  const owner = value.kind === "call" ? value.callee : value;
  const load = owner.kind === "class" ? classMember(owner, "load_dialect_impl") : null;
  if (load?.kind !== "function") return value;
  const at = load.file.placeOf(load.node);
  const bind = name("alembic.op.get_bind");
  const given = invoke(load, [value, { kind: "member", of: bind, name: "dialect", at }]);
  const isDescribed =
    given.kind === "call" &&
    given.callee.kind === "member" &&
    given.callee.name === "type_descriptor";
  return isDescribed ? (given.args[0] ?? value) : given;
}
