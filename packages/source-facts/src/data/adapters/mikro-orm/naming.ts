import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import type { Place } from "../../values/place.js";
import type { Value } from "../../values/value.js";
import { declaringFiles } from "../class-orm/declaring-files.js";
import { namedOptions } from "../class-orm/named-options.js";
import { strategyName } from "../class-orm/naming-strategy.js";
import { entityLibrary } from "./library.js";

/** How tables are named that the code leaves unnamed: by a strategy of MikroORM's, or one of ours. */
type Naming = "underscore" | "entity case" | Place;

const known = new WeakMap<DataWorld, Naming>();

/** The table of a class: https://mikro-orm.io/docs/naming-strategy */
export function tableName(className: string, given: string | null, analysis: Analysis): string {
  if (given !== null) return given;
  const naming = namingOf(analysis);
  if (naming === "entity case") return className;
  const named =
    naming === "underscore"
      ? null
      : strategyName(naming, "classToTableName", [className], analysis);
  return named ?? underscore(className);
}

/** The table between those of two entities, by the first and the property: `book_tags`. */
export function pivotName(
  table: string,
  property: string,
  given: string | null,
  analysis: Analysis,
): string {
  if (given !== null) return given;
  return `${table}_${namingOf(analysis) === "entity case" ? property : underscore(property)}`;
}

function underscore(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/gu, "$1_$2").toLowerCase();
}

function namingOf(analysis: Analysis): Naming {
  const before = known.get(analysis.world);
  if (before) return before;
  const files = declaringFiles(entityLibrary, analysis.world);
  const strategies = namedOptions(["namingStrategy"], files, analysis).map(({ value }) =>
    namingBy(analysis.evaluate(value)),
  );
  const naming = strategies.find((each) => each !== null) ?? "underscore";
  known.set(analysis.world, naming);
  return naming;
}

/** The option is a class. */
function namingBy(value: Value | null): Naming | null {
  if (value?.is === "class") return value.place;
  if (value?.is === "instance") return value.class;
  if (value?.is !== "external") return null;
  return value.path.at(-1) === "EntityCaseNamingStrategy" ? "entity case" : "underscore";
}
