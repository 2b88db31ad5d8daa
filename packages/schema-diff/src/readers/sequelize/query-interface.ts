import type { Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { Chain, Step } from "../source-code/chain.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import { textOf } from "../source-code/literals.js";
import { opaque, type Guard, type Receiver, type Run } from "../source-code/run.js";
import { interfaceCalls } from "./interface-calls.js";

/** What `up` is handed: the interface, or umzug's object whose `context` it is. */
export const queryInterface: Receiver = { lazy: false, read: readInterface, guard };

const nothing: Receiver = { lazy: false, read: () => [] };

const silent =
  /^(?:describeTable|showAll|show|get|tableExists|select|rawSelect|quote|escape|query[A-Z]|logger|name|path|startTransaction|commitTransaction|rollbackTransaction|close|authenticate|define|model|setTransaction|deferConstraints)/u;

function readInterface({ steps, awaited }: Chain, run: Run): readonly Change[] {
  const [first, ...rest] = steps;
  if (!first || awaited > 0) return [];
  if (first.name === "context" && !first.args)
    return readInterface(
      { steps: rest, awaited, held: 0, root: { is: "other", place: first.place } },
      run,
    );
  if (first.name === "sequelize" && rest.length > 0) return readSequelize(rest, run);
  if (!first.args || silent.test(first.name)) return [];
  // umzug's context may be the client itself.
  if (/^(?:query|transaction)$/u.test(first.name)) return readSequelize(steps, run);
  if (first.name === "getQueryInterface")
    return readInterface(
      { steps: rest, awaited, held: 0, root: { is: "other", place: first.place } },
      run,
    );
  const read = interfaceCalls[first.name];
  return (
    read?.({ step: first, args: first.args, run }) ?? [
      opaque(first.place, `\`queryInterface.${first.name}\` is not known`),
    ]
  );
}

/** `sequelize.query(…)`, `sequelize.transaction(async (transaction) => { … })` */
function readSequelize([first, ...rest]: readonly Step[], run: Run): readonly Change[] {
  const [argument] = first?.args ?? [];
  if (!first?.args) return [];
  if (first.name === "query") return argument ? sentChanges(argument, run) : [];
  if (first.name === "transaction") {
    const callback: Place | undefined = first.args.at(-1);
    return (callback && run.call(callback, [nothing])) ?? [];
  }
  if (first.name === "getQueryInterface")
    return readInterface(
      { steps: rest, awaited: 0, held: 0, root: { is: "other", place: first.place } },
      run,
    );
  return silent.test(first.name)
    ? []
    : [opaque(first.place, `\`sequelize.${first.name}\` is not known`)];
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
