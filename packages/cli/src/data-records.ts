import type { DataFacts, Span, TableUse } from "@domain-isolation/model";

/** Any fact about data. */
export type DataFact = {
  readonly [Kind in keyof DataFacts]: DataFacts[Kind][number];
}[keyof DataFacts];

type Locate = (span: Span) => object;

/** Leaks are worked out only where they matter: in what a domain gives away. */
export function dataFacts(facts: DataFacts, givesAway: boolean): readonly DataFact[] {
  const { entities, handles, statements, transactions, env } = facts;
  const leaks = givesAway ? facts.leaks : [];
  return [...entities, ...handles, ...statements, ...transactions, ...env, ...leaks];
}

/** What a line of JSON says of a fact about data, beside its place. */
export function dataDetails(fact: DataFact, locate: Locate): object {
  switch (fact.kind) {
    case "statement": {
      const { library, operation, tables, transaction, opaque } = fact;
      const uses = tables.map((use) => tableRecord(use, locate));
      return { library, operation, tables: uses, transaction, opaque };
    }
    case "entity": {
      const { library, name, table, schema, relations } = fact;
      const ends = relations.map(({ span, ...relation }) => ({ ...relation, ...locate(span) }));
      return { library, name, table, schema, relations: ends };
    }
    case "handle": {
      const { library, role, name, source } = fact;
      return { library, role, name, source };
    }
    case "transaction": {
      const { library, id, calls } = fact;
      const called = calls.map(({ span, ...call }) => ({ ...call, ...locate(span) }));
      return { library, id, calls: called };
    }
    case "env":
      return { name: fact.name, opaque: fact.opaque };
    case "leak": {
      const { name, entity, table, library } = fact;
      return { library, name, entity, table };
    }
  }
}

function tableRecord({ span, ...use }: TableUse, locate: Locate): object {
  return { ...use, ...locate(span) };
}
