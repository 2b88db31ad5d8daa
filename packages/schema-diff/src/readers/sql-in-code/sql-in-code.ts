import type { Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { MigrationReader } from "../reader.js";
import { chainOf, type Chain } from "../source-code/chain.js";
import { readCodeTree } from "../source-code/code-tree.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import { byStamp } from "../source-code/file-order.js";
import { listElements } from "../source-code/list-elements.js";
import { textIn } from "../source-code/looked-at.js";
import { sentText } from "../source-code/sent-text.js";
import { opaque, type Receiver, type Run } from "../source-code/run.js";
import { textOf } from "../source-code/literals.js";

/**
 * Modules with `up` and `down` that send SQL through whatever client they are handed: Slonik's pool,
 * Drizzle's `db.run`, a `pg` client. In the order of the times in their names, else of the names.
 */
export const sqlInCode: MigrationReader = {
  format: "sql-in-code",
  detects: (files) =>
    textIn(files, /\bup\b/u) &&
    textIn(files, /\.(?:query|execute|run|exec|unsafe|any|none|batch)\(/u) &&
    textIn(files, /\b(?:create|alter|drop|insert|update|delete)\s/iu),
  read: (input) =>
    readCodeTree(
      {
        format: "sql-in-code",
        order: byStamp,
        given: () => [connection, null],
        self: null,
        other: () => null,
      },
      input,
    ),
};

/** Anything that sends SQL, by whatever name: a pool, a connection, a transaction. */
const connection: Receiver = { lazy: false, read: readConnection };

const listing = /^(?:batch|\$transaction)$/u;
const wrapping = /^(?:transaction|begin|connect|tx|task|withTransaction)$/u;

function readConnection({ steps, awaited }: Chain, run: Run): readonly Change[] {
  const call = steps.slice(awaited).find(({ args }) => args !== null);
  if (!call?.args || awaited > 0) return [];
  if (call.template) return sentChanges({ ...call.place }, run);
  const [first] = call.args;
  if (!first) return [];
  if (wrapping.test(call.name)) return run.call(first, [connection]) ?? [];
  if (listing.test(call.name)) return batch(first, run);
  return isSql(first, run)
    ? sentChanges(first, run)
    : handed(call.args.map((each) => run.call(each, [connection])));
}

function handed(results: readonly (readonly Change[] | null)[]): readonly Change[] {
  return results.flatMap((each) => each ?? []);
}

function isSql(place: Place, run: Run): boolean {
  const sent = sentText(place, run);
  return (
    sent.isTagged ||
    sent.text !== place ||
    textOf(place, run.analysis) !== null ||
    /Template|Binary/u.test(place.node.type)
  );
}

/** A list of statements: texts, or calls that make them. */
function batch(list: Place, run: Run): readonly Change[] {
  const elements = listElements(list, run.analysis);
  if (!elements)
    return [opaque(list, "it runs a list of statements that is known only when it runs")];
  return elements.flatMap((each) => {
    const chain = chainOf(each, run.analysis);
    return run.receiver(chain.root) ? readConnection(chain, run) : sentChanges(each, run);
  });
}
