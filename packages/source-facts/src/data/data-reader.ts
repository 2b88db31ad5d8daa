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
import { envFacts } from "./environment/env-facts.js";
import { mayReadEnvironment } from "./environment/may-read-environment.js";
import { createGivenByFunction } from "./leaks/given-by-function.js";
import { leakFacts } from "./leaks/leak-facts.js";
import type { DataWorld } from "./modules.js";
import type { DataModule } from "./values/data-module.js";

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
    mayHold: (text) => telling?.test(text) === true || mayReadEnvironment(text),
    facts: (file) => {
      if (file.endsWith(".prisma")) return schemaFacts(file, world);
      const module = analysis.module(file);
      return module ? moduleFacts(module, { analysis, statementsOf, telling }) : noDataFacts;
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

interface Reading {
  readonly analysis: Analysis;
  readonly statementsOf: StatementsOf;
  /** What a text holds that has to do with a database; null where there is none. */
  readonly telling: RegExp | null;
}

/** Of the many files that only read the environment nothing else is looked for. */
function moduleFacts(module: DataModule, reading: Reading): DataFacts {
  const { text } = module.source;
  const env = mayReadEnvironment(text) ? envFacts(module, reading.analysis) : [];
  return reading.telling?.test(text) === true
    ? { ...databaseFacts(module, reading), env }
    : { ...noDataFacts, env };
}

function databaseFacts(module: DataModule, { analysis, statementsOf }: Reading): DataFacts {
  const { statements: found, facts } = textTransactions(module, statementsOf(module), analysis);
  const statements = found
    .flatMap((each) => statementFact(each) ?? [])
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    ...noDataFacts,
    entities: entityFacts(module, analysis),
    statements,
    handles: handleFacts(module, found, analysis),
    transactions: [...transactionFacts(module, analysis), ...facts],
  };
}
