import { createLocator, type DataFacts, type Span } from "@domain-isolation/model";
import type { PlacedFact } from "./expected-facts.js";

/** The facts of one file, as the comments of fixtures write them. */
export function observedFacts(file: string, text: string, facts: DataFacts): readonly PlacedFact[] {
  const locate = createLocator(text);
  const placed = (span: Span, words: readonly string[]): PlacedFact => ({
    file,
    line: locate(span).line,
    text: words.filter((word) => word !== "").join(" "),
  });
  const tables = facts.statements.flatMap((statement) =>
    statement.tables.map(({ span, access, schema, name, via }) =>
      placed(span, [access, qualified(schema, name), via === "direct" ? "" : via]),
    ),
  );
  const opaque = facts.statements.flatMap(({ span, opaque: reason }) =>
    reason === null ? [] : [placed(span, [`opaque: ${reason}`])],
  );
  const entities = facts.entities.map(({ span, schema, table, name }) =>
    placed(span, ["entity", qualified(schema, table), name]),
  );
  return [...tables, ...opaque, ...entities, ...others(facts, placed)];
}

/** Those of which a file's comments need not tell. */
function others(
  { statements, transactions, handles, env, entities }: DataFacts,
  placed: (span: Span, words: readonly string[]) => PlacedFact,
): readonly PlacedFact[] {
  return [
    ...statements
      .filter(({ transaction }) => transaction !== null)
      .map(({ span }) => placed(span, ["in transaction"])),
    ...transactions.map(({ span, calls }) =>
      placed(span, ["transaction", ...calls.map(({ name }) => name)]),
    ),
    ...handles.map(({ span, name, source }) => placed(span, ["handle", name, source])),
    ...entities.flatMap(({ relations }) =>
      relations.map(({ span, property, schema, table }) =>
        placed(span, ["relation", property, qualified(schema, table)]),
      ),
    ),
    ...env.map(({ span, name }) => placed(span, ["env", name ?? "opaque"])),
  ];
}

function qualified(schema: string | null, name: string): string {
  return schema === null ? name : `${schema}.${name}`;
}
