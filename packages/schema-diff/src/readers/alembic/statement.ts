import type { Dialect, SourcePlace } from "@domain-isolation/model";
import type { Change, PlacedName } from "../../changes/change.js";
import type { CallTerm, Value } from "../python/value.js";
import { placedName } from "./placed-name.js";
import { changesOfSql } from "./sql-of.js";
import { argumentOf, calledName, sqlalchemyName } from "./sqlalchemy-name.js";
import { distinct } from "./summarize.js";
import { tableOf, tablesIn } from "./table-of.js";
import { opaque } from "./world.js";

/** What is changed by a statement that is executed: SQL, or what SQLAlchemy builds of it. */
export function changesOfStatement(
  statement: Value | null,
  at: SourcePlace,
  dialect: Dialect,
): readonly Change[] {
  if (statement?.kind === "text") return changesOfSql(statement, at, dialect);
  if (statement?.kind === "sequence") {
    return statement.items.flatMap((each) => changesOfStatement(each, at, dialect));
  }
  if (statement?.kind !== "call") return [unknownStatement(statement, at)];
  const text = sqlText(statement);
  if (text) return changesOfSql(text, at, dialect);
  return definitionOf(statement, at) ?? rowsOf(statement, at) ?? [unknownStatement(statement, at)];
}

function unknownStatement(statement: Value | null, at: SourcePlace): Change {
  const reads = statement ? distinct(tablesIn(statement, at)) : [];
  return opaque(at, "the statement that it runs isn't known", { reads });
}

const textMakers = new Set(["text", "DDL", "literal_column"]);

/** The text of `sa.text("…")`, whatever is called on it: `.bindparams(…)`. */
function sqlText(term: CallTerm): Extract<Value, { readonly kind: "text" }> | null {
  if (textMakers.has(calledName(term) ?? "")) {
    const [first] = term.args;
    return first?.kind === "text" ? first : null;
  }
  const { callee } = term;
  return callee.kind === "member" && callee.of.kind === "call" ? sqlText(callee.of) : null;
}

/** `CreateSequence(sa.Sequence("s"))`, `CreateSchema("s")`, and what takes them away. */
function definitionOf(term: CallTerm, at: SourcePlace): readonly Change[] | null {
  const name = calledName(term);
  const [first = null] = term.args;
  const subject = first?.kind === "call" ? argumentOf(first, "name", 0) : first;
  const schema = first?.kind === "call" ? argumentOf(first, "schema") : null;
  const placed = placedName(subject, schema, at);
  if (!placed) return null;
  const drop = {
    at,
    name: placed,
    ifExists: isTrue(term, "if_exists"),
    cascade: isTrue(term, "cascade"),
  };
  switch (name) {
    case "CreateSequence":
      return [createSequence(placed, at, isTrue(term, "if_not_exists"))];
    case "DropSequence":
      return [{ kind: "drop sequence", ...drop }];
    case "CreateSchema":
      return [
        { kind: "create schema", at, name: placed, ifNotExists: isTrue(term, "if_not_exists") },
      ];
    case "DropSchema":
      return [{ kind: "drop schema", ...drop }];
    default:
      return null;
  }
}

export function createSequence(name: PlacedName, at: SourcePlace, ifNotExists: boolean): Change {
  return { kind: "create sequence", at, name, ifNotExists, ownedBy: null };
}

function isTrue(term: CallTerm, name: string): boolean {
  const value = argumentOf(term, name);
  return value?.kind === "boolean" && value.value;
}

const writing = new Set(["insert", "update", "delete"]);

/** `table.update().where(…)`, `sa.insert(table)`, `sa.select([…])`. */
function rowsOf(statement: CallTerm, at: SourcePlace): readonly Change[] | null {
  const root = rootOf(statement, at);
  if (!root) return null;
  const { writes } = root;
  const named = distinct(tablesIn(statement, at));
  const reads = named.filter(({ name }) => !writes.some((each) => each.name === name));
  return [{ kind: "change rows", at, reads, writes }];
}

interface Root {
  readonly writes: readonly PlacedName[];
}

/** What a chain of calls starts from: what it writes. Null where it is no statement. */
function rootOf(term: CallTerm, at: SourcePlace): Root | null {
  const { callee, args } = term;
  const name = sqlalchemyName(callee) ?? "";
  if (writing.has(name.replace(/^.*\./u, ""))) return writesTo(args[0] ?? null, at);
  if (/^(?:select|union|union_all|exists|Select)$/u.test(name)) return { writes: [] };
  if (callee.kind !== "member") return null;
  const table = tableOf(callee.of, at);
  if (table && writing.has(callee.name)) return { writes: [table] };
  if (table && callee.name === "select") return { writes: [] };
  const inner = memberRoot(callee.of);
  return inner ? rootOf(inner, at) : null;
}

/** The call before the last in `a().b.c()`. */
function memberRoot(of: Value): CallTerm | null {
  if (of.kind === "call") return of;
  return of.kind === "member" ? memberRoot(of.of) : null;
}

/** Null where nobody knows into what: the statement isn't known then. */
function writesTo(value: Value | null, at: SourcePlace): Root | null {
  const table = tableOf(value, at);
  return table && { writes: [table] };
}

export function isStatement(value: Value | null, at: SourcePlace): boolean {
  if (value?.kind === "text") return true;
  if (value?.kind !== "call") return false;
  return sqlText(value) !== null || definitionOf(value, at) !== null || rootOf(value, at) !== null;
}
