import type { Adapter } from "./adapters/adapter.js";
import type { Analysis } from "./analysis.js";
import { readElements } from "./evaluate/elements.js";
import { evaluateExpression } from "./evaluate/evaluate.js";
import { memberOf } from "./evaluate/evaluate-member.js";
import { evaluateTypeAt } from "./evaluate/evaluate-type.js";
import { readProperties } from "./evaluate/properties.js";
import { createEvaluationGuard } from "./evaluation-guard.js";
import type { DataWorld } from "./modules.js";
import { constantText } from "./text/constant-text.js";
import type { DataModule } from "./values/data-module.js";
import { once } from "./values/memory.js";
import { openModule } from "./values/open-module.js";
import type { Place } from "./values/place.js";
import type { Entity } from "./values/value.js";

/** Evaluation of what stands in the files of one world. */
export function createAnalysis(
  world: DataWorld,
  adapters: readonly Adapter[],
): Analysis & { readonly forget: (file: string) => void } {
  const modules = new Map<string, DataModule | null>();
  const guard = createEvaluationGuard();
  const analysis: Analysis = {
    world,
    adapters,
    typedMethods: new Set(adapters.flatMap(typedMethods)),
    module: (file) => {
      const known = modules.get(file);
      if (known !== undefined) return known;
      const source = world.source(file);
      const module = source && openModule(source);
      modules.set(file, module);
      return module;
    },
    evaluate: (place) =>
      once(place.module.known.values, place, () =>
        guard(() => evaluateExpression(place, analysis)),
      ),
    evaluateType: (place) =>
      once(place.module.known.types, place, () => guard(() => evaluateTypeAt(place, analysis))),
    member: (value, key, name) => guard(() => memberOf(value, key, name, analysis)),
    entity: (place) => {
      const value = analysis.evaluate(place);
      if (value?.is === "entity" || value?.is === "parameter") return value;
      return value?.is === "class" ? analysis.entityAt(value.place) : null;
    },
    entityAt: (place) =>
      once(place.module.known.entities, place, () => firstEntity(place, analysis)),
    constant: (place) => constantText(place, analysis),
    properties: (place) => readProperties(place, analysis),
    elements: (place) => readElements(place, analysis),
    handle: (place) => {
      const value = analysis.evaluate(place);
      return value?.is === "handle" ? value : null;
    },
  };
  return { ...analysis, forget: (file) => void modules.delete(file) };
}

function typedMethods({ typed, methods, transactions }: Adapter): readonly string[] {
  return typed ? [...methods, ...(transactions ?? [])] : [];
}

function firstEntity(place: Place, analysis: Analysis): Entity | null {
  for (const adapter of analysis.adapters) {
    const entity = adapter.entity?.(place, analysis);
    if (entity) return entity;
  }
  return null;
}
