import type { EntityFact } from "@domain-isolation/model";
import type { DataWorld } from "../../modules.js";
import { modelEntities } from "./models.js";

/** The models that a schema file declares. */
export function prismaEntityFacts(file: string, world: DataWorld): readonly EntityFact[] {
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
