import type { SourcePlace } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import type { CallTerm, MemberTerm, Value } from "../python/value.js";
import { distinct } from "./summarize.js";
import { tablesIn } from "./table-of.js";

const queryWriters = new Set(["update", "delete"]);
const sessionWriters = new Set([
  ...["add", "add_all", "merge", "delete", "bulk_save_objects", "bulk_insert_mappings"],
  ...["bulk_update_mappings"],
]);

/** What an ORM session does to rows: `session.query(User).update(…)`, `session.add(User(…))`. */
export function sessionEffect(callee: MemberTerm, term: CallTerm): readonly Change[] | null {
  const { at } = term;
  const query = queryIn(callee.of);
  if (callee.name === "query") {
    const reads = distinct(term.args.flatMap((each) => tablesIn(each, at)));
    return reads.length > 0 ? [{ kind: "change rows", at, reads, writes: [] }] : null;
  }
  if (query && queryWriters.has(callee.name)) return rows(query, at);
  if (query || !sessionWriters.has(callee.name)) return null;
  const written = term.args.flatMap((each) => writtenTables(each, at));
  return written.length > 0
    ? [{ kind: "change rows", at, reads: [], writes: distinct(written) }]
    : null;
}

/** What is assigned to a part of a row: `user.name = "…"`. */
export function assignmentEffect(
  { of }: Extract<Value, { readonly kind: "member" | "item" }>,
  at: SourcePlace,
): readonly Change[] | null {
  const query = queryIn(of);
  if (query) return rows(query, at);
  const made = of.kind === "call" && of.callee.kind === "class" ? tablesIn(of, at) : [];
  return made.length > 0 ? [{ kind: "change rows", at, reads: [], writes: made }] : null;
}

function rows(query: CallTerm, at: SourcePlace): readonly Change[] | null {
  const [first, ...others] = query.args;
  const writes = first ? distinct(tablesIn(first, at)) : [];
  const reads = distinct(others.flatMap((each) => tablesIn(each, at)));
  return writes.length > 0 ? [{ kind: "change rows", at, reads, writes }] : null;
}

/** A row that a query gave is one of the first thing that it asks for; another is of its class. */
function writtenTables(value: Value, at: SourcePlace) {
  const query = queryIn(value);
  const [first] = query?.args ?? [value];
  return first ? tablesIn(first, at) : [];
}

/** The call of `query` that something comes from. */
function queryIn(value: Value, depth = 0): CallTerm | null {
  if (depth > 30) return null;
  switch (value.kind) {
    case "call":
      if (value.callee.kind === "member" && value.callee.name === "query") return value;
      return queryIn(value.callee, depth + 1);
    case "member":
    case "item":
      return queryIn(value.of, depth + 1);
    default:
      return null;
  }
}
