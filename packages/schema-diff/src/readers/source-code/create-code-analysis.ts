import { createAnalysis, type Analysis } from "@domain-isolation/source-facts";
import type { CodeFiles } from "../reader.js";

/** Evaluation of what stands in migrations. No library is known to it: the readers are what knows them. */
export function createCodeAnalysis({ source, resolve }: CodeFiles): Analysis {
  const world = {
    source,
    resolve,
    uses: () => false,
    filesWith: () => [],
    types: null,
    prismaSchemas: [],
  };
  return createAnalysis(world, []);
}
