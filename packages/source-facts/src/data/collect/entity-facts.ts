import type { EntityFact } from "@domain-isolation/model";
import type { Analysis } from "../analysis.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { Entity } from "../values/value.js";
import { callsOf } from "./find-statements.js";
import { mayMake } from "./made-by-library.js";

const classes = new Set(["ClassDeclaration", "ClassExpression"]);

/** The entities that a file declares: classes, calls that make tables, what adapters know besides. */
export function entityFacts(module: DataModule, analysis: Analysis): readonly EntityFact[] {
  const found = new Map<string, Entity>();
  const add = (entity: Entity | null) => {
    if (entity?.file !== module.file) return;
    found.set(`${String(entity.span.start)} ${entity.table}`, entity);
  };
  for (const [node, { scope }] of module.surroundings) {
    if (classes.has(node.type)) add(analysis.entityAt({ node, scope, module, frame: null }));
  }
  for (const call of callsOf(module)) add(madeEntity(call, analysis));
  for (const adapter of analysis.adapters) {
    for (const entity of adapter.declared?.(module, analysis) ?? []) add(entity);
  }
  return [...found.values()].map(entityFact).sort((a, b) => a.span.start - b.span.start);
}

function madeEntity(call: Place, analysis: Analysis): Entity | null {
  const value = mayMake(call, analysis) ? analysis.evaluate(call) : null;
  return value?.is === "entity" ? value : null;
}

function entityFact({ file, span, library, name, table, schema, relations }: Entity): EntityFact {
  return {
    kind: "entity",
    file,
    span,
    library,
    name,
    table,
    schema,
    relations: [...relations().values()]
      .map(({ fact }) => fact)
      .sort((a, b) => a.span.start - b.span.start),
    tier: "file",
  };
}
