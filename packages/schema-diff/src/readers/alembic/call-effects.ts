import { textOf, truth, type CallTerm, type MemberTerm, type Value } from "../python/value.js";
import type { Existing } from "./existing.js";
import { definitionEffect } from "./definition-effect.js";
import { isHarmless } from "./harmless.js";
import { createOperation, type Batch } from "./operations/operation.js";
import { isRefused } from "./operations/is-refused.js";
import { operations } from "./operations/operations.js";
import { sessionEffect } from "./session-effect.js";
import { argumentOf } from "./sqlalchemy-name.js";
import { changesOfStatement, isStatement } from "./statement.js";
import { distinct } from "./summarize.js";
import { tableOf, tablesIn } from "./table-of.js";
import { opaque, type World } from "./world.js";

export interface Effects {
  readonly world: World;
  readonly existing: Existing;
}

const op = "alembic.op.";

/** What a call of something outside the files gives; what it does happens to the world. */
export function callEffect(term: CallTerm, isStatement: boolean, effects: Effects): Value {
  const { callee } = term;
  const given =
    callee.kind === "name"
      ? callName(callee.path, term, effects)
      : callee.kind === "member"
        ? callMember(callee, term, effects)
        : null;
  if (given) return given;
  if (isStatement && !isHarmless(term)) reportUnknown(term, effects);
  return term;
}

function callName(path: string, term: CallTerm, effects: Effects): Value | null {
  if (path.startsWith(op)) return operate(path.slice(op.length), term, null, effects);
  switch (path) {
    case "alembic.context.is_offline_mode":
      return truth(false);
    case "textwrap.dedent":
    case "inspect.cleandoc":
      // What is cut off is white space, which SQL doesn't mind.
      return term.args[0] ?? null;
    default:
      return null;
  }
}

/** A call of `op.…`, or of a method of a batch. */
function operate(
  name: string,
  term: CallTerm,
  batch: Batch | null,
  effects: Effects,
): Value | null {
  const known = operations[name];
  if (known) {
    const { world } = effects;
    const operation = createOperation(term, known.parameters, batch, world.dialect);
    if (isRefused(name, operation, batch, world)) {
      world.fail();
      return term;
    }
    const changes = known.read(operation);
    for (const change of changes ?? [unreadOperation(name, operation.term, batch)])
      world.emit(change);
    return term;
  }
  return operateRarely(name, term, effects);
}

function unreadOperation(name: string, term: CallTerm, batch: Batch | null) {
  const table = batch?.table ? textOf(batch.table) : null;
  const known = table === null ? [] : [{ schema: null, name: table, span: term.at.span }];
  const writes = distinct([...known, ...tablesIn(term, term.at)]);
  return opaque(term.at, `what \`${name}\` is called with isn't known`, { writes });
}

const valuesOnly = new Set([
  ...["get_bind", "get_context", "batch_alter_table", "inline_literal", "implementation_for"],
  ...["register_operation"],
]);

function operateRarely(name: string, term: CallTerm, { world }: Effects): Value | null {
  const [first = null] = term.args;
  switch (name) {
    case "f":
      return first;
    case "execute":
      emitAll(changesOfStatement(argumentOf(term, "sqltext", 0), term.at, world.dialect), world);
      return term;
    case "bulk_insert":
      insertRows(first, term, world);
      return term;
    default:
      if (!valuesOnly.has(name)) {
        world.emit(
          opaque(term.at, `what \`op.${name}\` does isn't known`, {
            writes: tablesIn(term, term.at),
          }),
        );
      }
      return term;
  }
}

function emitAll(changes: ReturnType<typeof changesOfStatement>, world: World): void {
  for (const change of changes) world.emit(change);
}

function insertRows(table: Value | null, { at }: CallTerm, world: World): void {
  const name = tableOf(table, at);
  if (name) world.emit({ kind: "change rows", at, reads: [], writes: [name] });
  else world.emit(opaque(at, "it isn't known into which table rows are put"));
}

const executing = new Set([
  "execute",
  "exec_driver_sql",
  "scalar",
  "scalars",
  "executemany",
  "exec",
]);

function callMember(callee: MemberTerm, term: CallTerm, effects: Effects): Value | null {
  const batch = batchOf(callee.of);
  if (batch) return operate(callee.name, term, batch, effects);
  const { world } = effects;
  if (executing.has(callee.name) && isExecuted(callee.of, term)) {
    emitAll(changesOfStatement(argumentOf(term, "statement", 0), term.at, world.dialect), world);
    return term;
  }
  const changes = definitionEffect(callee, term, effects) ?? sessionEffect(callee, term);
  if (!changes) return null;
  emitAll(changes, world);
  return term;
}

/** `with op.batch_alter_table("t") as batch`. */
function batchOf(value: Value): Batch | null {
  const isBatch =
    value.kind === "call" &&
    value.callee.kind === "name" &&
    value.callee.path === `${op}batch_alter_table`;
  if (!isBatch) return null;
  return { table: argumentOf(value, "table_name", 0), schema: argumentOf(value, "schema", 1) };
}

/** `query.scalar()` runs what it is called on; `connection.execute(…)` what it is called with. */
function isExecuted(of: Value, term: CallTerm): boolean {
  const [first = null] = term.args;
  if (!first && !term.named.has("statement")) return false;
  return isStatement(first, term.at) || isConnection(of) || first?.kind === "call";
}

/** Something that comes from `op.get_bind()`, or calls itself a connection. */
export function isConnection(value: Value, depth = 0): boolean {
  if (depth > 20) return false;
  switch (value.kind) {
    case "name":
      return value.path === `${op}get_bind` || value.path === `${op}get_context`;
    case "member":
      return isConnection(value.of, depth + 1);
    case "call":
      return (
        isConnection(value.callee, depth + 1) ||
        [...value.args, ...value.named.values()].some((each) => isConnection(each, depth + 1))
      );
    default:
      return false;
  }
}

function reportUnknown(term: CallTerm, { world }: Effects): void {
  const writes = distinct(tablesIn(term, term.at));
  world.emit(opaque(term.at, `what \`${calleeText(term.callee)}\` does isn't known`, { writes }));
}

function calleeText(value: Value, depth = 0): string {
  if (depth > 10) return "…";
  switch (value.kind) {
    case "name":
      return value.path;
    case "member":
      return `${calleeText(value.of, depth + 1)}.${value.name}`;
    case "call":
      return `${calleeText(value.callee, depth + 1)}()`;
    case "class":
      return value.node.name;
    default:
      return "it";
  }
}
