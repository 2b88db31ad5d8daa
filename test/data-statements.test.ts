import { resolve } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { describe, expect, it } from "vitest";

/** Statements as a reader would list them: what is called, the tables that one statement spans. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "drizzle-shop": {
    "src/pool/pool-service.ts": [
      "selectDistinctOn pool_seats redeem_codes pool_mothers teams teams invoices",
      "select pool_seats users pool_mothers",
      "insert teams pool_mothers",
      "refreshMaterializedView usage",
      "select pool_seats redeem_codes pool_mothers",
    ],
    "src/reports/reports.ts": [
      "select users invoices active_users",
      "delete redeem_codes users redeem_codes",
      "select pool_mothers users settings",
      "select users pool_seats",
      "select paid",
      "execute redeem_codes invoices pool_seats users",
      "execute pool_seats",
      "execute",
      "select pool_mothers",
    ],
    "src/users/redeem.ts": [
      "select redeem_codes in a transaction",
      "insert users in a transaction",
      "update redeem_codes in a transaction",
      "update pool_seats",
      "execute pool_seats",
      "select pool_seats users",
    ],
  },
  "kysely-shop": {
    "src/pool/pool-service.ts": [
      "selectFrom mothers seats redeem_codes invoices users search ledger",
      "selectFrom seats",
      "innerJoin users",
      "selectFrom seats redeem_codes mothers",
      "insertInto seats seats",
      "mergeInto seats invoices",
    ],
    "src/reports/reports.ts": [
      "selectFrom users search",
      "selectFrom invoices",
      "selectFrom users users",
      "selectFrom users users redeem_codes",
      "selectFrom mothers users search",
      "selectFrom seats",
      "selectFrom seats seats",
      "selectFrom",
      "deleteFrom",
      "execute",
      "deleteFrom mothers users",
      "deleteFrom search seats",
      "count seats",
      "selectFrom",
    ],
    "src/users/redeem.ts": [
      "selectFrom redeem_codes in a transaction",
      "insertInto users in a transaction",
      "updateTable seats",
      "selectFrom seats users in a transaction",
      "execute",
      "executeQuery search",
      "selectFrom search",
      "execute seats seats",
    ],
  },
};

describe.each(Object.entries(expected))("%s", (shop, files) => {
  const graph = createModuleGraph(resolve(import.meta.dirname, "../fixtures", shop));

  it.each(Object.entries(files))(
    "%s has these statements, each with all its parts",
    (file, list) => {
      const statements = graph.data(file).statements.map(({ operation, tables, transaction }) => {
        const words = [operation, ...tables.map(({ name }) => name)];
        return [...words, ...(transaction === null ? [] : ["in a transaction"])].join(" ");
      });
      expect(statements).toEqual(list);
    },
  );
});
