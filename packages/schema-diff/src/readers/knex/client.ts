import type { Change } from "../../changes/change.js";
import type { Chain, Step } from "../source-code/chain.js";
import { textOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { opaque, type Guard, type Receiver, type Run } from "../source-code/run.js";
import { stepTables } from "./query-tables.js";
import { rawChanges } from "./raw.js";
import { schemaCalls } from "./schema-calls.js";

/** `knex`, or the transaction in its place. */
export const client: Receiver = { lazy: true, read: readClient, guard };

/** Before they are awaited: questions, and what only prepares. */
const silent = new Set(["fn", "ref", "client", "context", "on", "isTransaction", "userParams"]);
const ending = new Set(["commit", "rollback", "destroy", "initialize"]);

function readClient(chain: Chain, run: Run): readonly Change[] {
  const { steps, awaited } = chain;
  const [first] = steps;
  if (awaited > 0 || !first || silent.has(first.name) || ending.has(first.name)) return [];
  if (first.name === "schema") return readSchema(steps.slice(1), null, run);
  if (first.name === "withSchema" || first.name === "transacting")
    return readClient({ ...chain, steps: steps.slice(1) }, run);
  if (first.args && (first.name === "raw" || first.template))
    return rawChanges(first.args, first, run);
  if (first.name.startsWith("transaction")) return transaction(first, run);
  return readQuery(steps, run);
}

function readSchema(steps: readonly Step[], within: string | null, run: Run): readonly Change[] {
  let schema = within;
  return steps.flatMap((step): readonly Change[] => {
    const { name, args } = step;
    if (!args || name === "transacting") return [];
    if (name === "withSchema") {
      schema = args[0] ? textOf(args[0], run.analysis) : null;
      return [];
    }
    const read = schemaCalls[name];
    return read
      ? read({ step, args, schema, run })
      : [opaque(step.place, `\`schema.${name}\` is not known`)];
  });
}

/** `knex.transaction(async (trx) => { … })` */
function transaction(step: Step, run: Run): readonly Change[] {
  const [callback] = step.args ?? [];
  return (callback && run.call(callback, [client])) ?? [];
}

/** Statements that aren't about the schema. */
function readQuery(steps: readonly Step[], run: Run): readonly Change[] {
  const last = steps.at(-1);
  if (!last || steps.every(({ args }) => !args)) return [];
  const { reads, writes, isWhole } = stepTables(steps, last.place, run);
  const at = placeOf(last.place);
  if (isWhole) return [{ kind: "change rows", at, reads, writes }];
  const reason = "its query names a table that is known only when it runs";
  return [{ kind: "opaque", at, reason, reads, writes }];
}

/** `knex.schema.hasTable("users")`, `knex.schema.hasColumn("users", "name")` */
function guard({ steps }: Chain, run: Run): Guard | null {
  const asks = steps.find(({ name }) => name === "hasTable" || name === "hasColumn");
  const [table, column] = (asks?.args ?? []).map((each) => textOf(each, run.analysis));
  if (!asks || typeof table !== "string") return null;
  if (asks.name === "hasTable") return { table, column: null, exists: true };
  return typeof column === "string" ? { table, column, exists: true } : null;
}
