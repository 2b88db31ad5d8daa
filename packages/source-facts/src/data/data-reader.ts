import { noDataFacts, type DataFacts, type LeakFact } from "@domain-isolation/model";
import { adapters } from "./adapters/adapters.js";
import { schemaFacts } from "./adapters/prisma/schema-facts.js";
import type { Analysis } from "./analysis.js";
import { createStatements } from "./collect/collect-statements.js";
import { entityFacts } from "./collect/entity-facts.js";
import { handleFacts, lifecycleWords } from "./collect/handle-facts.js";
import { statementFact } from "./collect/statement-fact.js";
import type { StatementsOf } from "./collect/instantiate.js";
import { textTransactions } from "./collect/text-transactions.js";
import { transactionFacts } from "./collect/transaction-facts.js";
import { createAnalysis } from "./create-analysis.js";
import { envFacts, environmentWords } from "./environment/env-facts.js";
import { createGivenByFunction } from "./leaks/given-by-function.js";
import { leakFacts } from "./leaks/leak-facts.js";
import type { DataWorld } from "./modules.js";

/** Reads what the files of a repository have to do with data. */
export interface DataReader {
  /** Whether a text may hold any of it: a look at the words. False is certain. */
  mayHold(text: string): boolean;
  /** The data facts of a file, but for its leaks. Never throws. */
  facts(file: string): DataFacts;
  /** Which entities its functions give away. It may need the trees of files that hold nothing else. */
  leaks(file: string): readonly LeakFact[];
  /** A file has another text than before. */
  forget(file: string): void;
}

/** A reader for the files of one world. What it has worked out holds as long as the world does. */
export function createDataReader(world: DataWorld): DataReader {
  const words = new Map(adapters.map((adapter) => [adapter, adapter.words(world)]));
  const active = adapters.filter((adapter) => words.get(adapter) !== null);
  const analysis = createAnalysis(world, active);
  const methods = new Set(active.flatMap((adapter) => [...adapter.methods]));
  const statementsOf = createStatements(methods, analysis);
  const telling = tellingWords([...words.values()]);
  const givenByFunction = createGivenByFunction(analysis);
  return {
    mayHold: (text) => telling?.test(text) === true || environmentWords.test(text),
    facts: (file) => {
      if (file.endsWith(".prisma")) return schemaFacts(file, world);
      return moduleFacts(file, analysis, statementsOf);
    },
    leaks: (file) => {
      const module = active.length > 0 ? analysis.module(file) : null;
      return module ? leakFacts(module, givenByFunction, analysis) : [];
    },
    forget: analysis.forget,
  };
}

function tellingWords(words: readonly (string | null)[]): RegExp | null {
  const sources = new Set(words.filter((each) => each !== null));
  return sources.size === 0 ? null : new RegExp([...sources, lifecycleWords].join("|"), "u");
}

function moduleFacts(file: string, analysis: Analysis, statementsOf: StatementsOf): DataFacts {
  const module = analysis.module(file);
  if (!module) return noDataFacts;
  const { statements: found, facts } = textTransactions(module, statementsOf(module), analysis);
  const statements = found
    .flatMap((each) => statementFact(each) ?? [])
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    ...noDataFacts,
    env: environmentWords.test(module.source.text) ? envFacts(module, analysis) : [],
    entities: entityFacts(module, analysis),
    statements,
    handles: handleFacts(module, found, analysis),
    transactions: [...transactionFacts(module, analysis), ...facts],
  };
}
