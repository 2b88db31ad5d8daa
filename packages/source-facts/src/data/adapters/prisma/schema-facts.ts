import {
  noDataFacts,
  type DataFacts,
  type EntityFact,
  type EnvFact,
} from "@domain-isolation/model";
import type { DataWorld } from "../../modules.js";
import { modelEntities } from "./models.js";

/** What a file of a schema declares: its models, and the variables of the environment that it reads. */
export function schemaFacts(file: string, world: DataWorld): DataFacts {
  return { ...noDataFacts, entities: modelFacts(file, world), env: variableFacts(file, world) };
}

function modelFacts(file: string, world: DataWorld): readonly EntityFact[] {
  return [...modelEntities(world).values()]
    .filter((entity) => entity.file === file)
    .map((entity) => ({
      kind: "entity",
      file,
      span: entity.span,
      library: entity.library,
      name: entity.name,
      table: entity.table,
      schema: entity.schema,
      relations: [...entity.relations().values()].map(({ fact }) => fact),
      tier: "file",
    }));
}

/** `url = env("DATABASE_URL")` */
function variableFacts(file: string, { prismaSchemas }: DataWorld): readonly EnvFact[] {
  return prismaSchemas
    .flatMap(({ variables }) => variables)
    .filter((variable) => variable.file === file)
    .map(({ name, span }) => ({ kind: "env", file, span, name, opaque: null, tier: "file" }));
}
