import { noDataFacts, type DataFacts, type UnreadableFact } from "@domain-isolation/model";
import {
  createDataReader,
  isSourceFile,
  type DataReader,
  type DataWorld,
  type TypeSource,
} from "@domain-isolation/source-facts";
import { createDataWorld, isSchema, schemaProblems, type DataSurroundings } from "./data-world.js";

/** The data facts of files, worked out when asked for and remembered. */
export interface DataMemory {
  facts(file: string): DataFacts;
  /** The world as it is now: another one after `forget`. */
  world(): DataWorld;
  /** What of a file of Prisma's could not be read; nothing of other files. */
  unreadable(file: string): readonly UnreadableFact[];
  /** A file has another text than before, in an editor. */
  forgetFile(file: string): void;
  forget(): void;
  /** Asks this what only types tell, from now on; what is known is forgotten. */
  readonly useTypes: (types: TypeSource | null) => void;
}

export function createDataMemory(around: DataSurroundings): DataMemory {
  let reader: DataReader | null = null;
  let world: DataWorld | null = null;
  let types: TypeSource | null = null;
  const known = new Map<string, DataFacts>();
  const worldNow = () => (world ??= createDataWorld(around, types));
  const read = (file: string): DataFacts => {
    const from = (reader ??= createDataReader(worldNow()));
    if (isSchema(file)) return from.facts(file);
    const facts = from.mayHold(textOf(file, around)) ? from.facts(file) : noDataFacts;
    return withLeaks(facts, () => from.leaks(file));
  };
  const forget = () => {
    known.clear();
    reader = null;
    world = null;
  };
  return {
    facts: (file) => {
      if (!isSourceFile(file) && !isSchema(file)) return noDataFacts;
      const before = known.get(file);
      if (before) return before;
      const facts = read(file);
      known.set(file, facts);
      return facts;
    },
    world: worldNow,
    unreadable: (file) => (isSchema(file) ? schemaProblems(file, around, worldNow()) : []),
    forgetFile: (file) => {
      known.delete(file);
      reader?.forget(file);
    },
    forget,
    useTypes: (source) => {
      types = source;
      forget();
    },
  };
}

/** Leaks are worked out when they are asked for, which is only of some files. */
function withLeaks(facts: DataFacts, find: () => DataFacts["leaks"]): DataFacts {
  let leaks: DataFacts["leaks"] | null = null;
  return {
    ...facts,
    get leaks() {
      return (leaks ??= find());
    },
  };
}

function textOf(file: string, { parsed, opened }: DataSurroundings): string {
  return opened(file)?.text ?? parsed.text(file);
}
