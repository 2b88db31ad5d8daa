import type { Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { Chain, Step } from "../source-code/chain.js";
import { bind } from "../source-code/bound-text.js";
import { foldedSegments, segmentChanges, sentChanges } from "../source-code/embedded-sql.js";
import { optionsOf } from "../source-code/options.js";
import { sentText } from "../source-code/sent-text.js";
import { textOf } from "../source-code/literals.js";
import { opaque, type Guard, type Receiver, type Run } from "../source-code/run.js";
import { interfaceCalls } from "./interface-calls.js";

/** What `up` is handed: the interface, or umzug's object whose `context` it is. */
export const queryInterface: Receiver = { lazy: false, read: readInterface, guard };

const nothing: Receiver = { lazy: false, read: () => [] };

const silent =
  /^(?:describeTable|showAll|show|get|tableExists|select|rawSelect|quote|escape|query[A-Z]|logger|name|path|startTransaction|commitTransaction|rollbackTransaction|close|authenticate|define|model|setTransaction|deferConstraints)/u;

/** Steps that only lead to the interface: umzug's object, the client's own way to it. */
const leading = /^(?:context|getQueryInterface)$/u;

function readInterface(chain: Chain, run: Run): readonly Change[] {
  const [first, ...rest] = chain.steps;
  if (!first || chain.awaited > 0) return [];
  if (leading.test(first.name)) return readInterface({ ...chain, steps: rest }, run);
  if (first.name === "sequelize" && rest.length > 0) return readSequelize(rest, chain, run);
  if (!first.args || silent.test(first.name)) return [];
  // umzug's context may be the client itself.
  if (/^(?:query|transaction)$/u.test(first.name)) return readSequelize(chain.steps, chain, run);
  const read = interfaceCalls[first.name];
  return (
    read?.({ step: first, args: first.args, run }) ?? [
      opaque(first.place, `\`queryInterface.${first.name}\` is not known`),
    ]
  );
}

/** `sequelize.query(…)`, `sequelize.transaction(async (transaction) => { … })` */
function readSequelize(
  [first, ...rest]: readonly Step[],
  chain: Chain,
  run: Run,
): readonly Change[] {
  if (!first?.args || silent.test(first.name)) return [];
  const [argument, options] = first.args;
  if (first.name === "query") return argument ? queried(argument, options, run) : [];
  if (first.name === "transaction") {
    const callback: Place | undefined = first.args.at(-1);
    return (callback && run.call(callback, [nothing])) ?? [];
  }
  if (leading.test(first.name)) return readInterface({ ...chain, steps: rest }, run);
  return [opaque(first.place, `\`sequelize.${first.name}\` is not known`)];
}

/** `sequelize.query(sql, { replacements: { id } })` */
function queried(sql: Place, given: Place | undefined, run: Run): readonly Change[] {
  const options = optionsOf(given, run.analysis);
  const bound = options?.place("replacements") ?? options?.place("bind");
  if (!bound) return sentChanges(sql, run);
  const { text, holes } = sentText(sql, run);
  return segmentChanges(bind(foldedSegments(text, holes, run), bound, run), text, run);
}

/** `tableExists("users")`, `(await describeTable("users")).name` */
function guard({ steps }: Chain, run: Run): Guard | null {
  const index = steps.findIndex(({ name }) => name === "tableExists" || name === "describeTable");
  const [argument] = steps[index]?.args ?? [];
  const table = argument ? textOf(argument, run.analysis) : null;
  const next = steps[index + 1];
  if (table === null) return null;
  if (steps[index]?.name === "tableExists") return { table, column: null, exists: true };
  return next && !next.args ? { table, column: next.name, exists: true } : null;
}
