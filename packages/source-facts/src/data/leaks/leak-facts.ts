import type { LeakFact, Tier } from "@domain-isolation/model";
import { nameSpan } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import type { DataModule } from "../values/data-module.js";
import type { Entity } from "../values/value.js";
import { exportedFunctions, type ExportedFunction } from "./exported-functions.js";
import type { Given } from "./given.js";
import { isTold, type GivenByFunction } from "./given-by-function.js";
import { givenByItsType } from "./given-by-its-type.js";

/** Which entities the functions give away that a file exports. Where nothing tells, nothing is said. */
export function leakFacts(
  module: DataModule,
  givenBy: GivenByFunction,
  analysis: Analysis,
): readonly LeakFact[] {
  const found = new Map<string, LeakFact>();
  for (const exported of exportedFunctions(module, analysis)) {
    const told = givenBy(exported.place);
    const given = isTold(told) ? told : givenByItsType(exported.place, analysis);
    for (const entity of given.entities) {
      const fact = leakFact(module, exported, entity, given);
      const key = JSON.stringify([fact.name, fact.entity, fact.table]);
      if (!found.has(key)) found.set(key, fact);
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function leakFact(
  { file }: DataModule,
  { name, named, place }: ExportedFunction,
  { name: entity, table, library, file: declared }: Entity,
  { byType }: Given,
): LeakFact {
  const isOwn = place.module.file === file && declared === file;
  const tier: Tier = byType ? "typed" : isOwn ? "file" : "linked";
  return { kind: "leak", file, span: nameSpan(named), library, name, entity, table, tier };
}
