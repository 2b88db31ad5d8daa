import {
  childOf,
  childrenOf,
  keyName,
  unwrap,
  type Decorator,
  type Place,
} from "@domain-isolation/source-facts";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import { plainIndex } from "../../readers/source-code/definitions.js";
import { textOf, textsOf } from "../../readers/source-code/literals.js";
import { placeOf } from "../../readers/source-code/names.js";
import { optionsOf, type Options } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import type { EntityMember } from "./entity-members.js";
import type { ColumnReading, UnreadPart } from "./typeorm-reading.js";

export type TablePart =
  { readonly index: IndexDefinition } | { readonly constraint: Constraint } | UnreadPart;

/** The columns of a property, by its path. */
export type ColumnsByPath = ReadonlyMap<string, readonly string[]>;

/** `@Index(["a", "b"], { unique: true })`, `@Unique`, `@Check` of a class. */
export function classPart(
  decorator: Decorator,
  columns: ColumnsByPath,
  reading: ColumnReading,
): readonly TablePart[] {
  const { name, args } = decorator;
  // TypeORM makes none in MySQL.
  if (name === "Check") return reading.dialect === "mysql" ? [] : [check(decorator, reading)];
  if (name !== "Index" && name !== "Unique") return [];
  const fields = args.find((each) => fieldsOf(each, reading) !== null);
  const paths = fields && fieldsOf(fields, reading);
  const names = paths?.map((path) => columns.get(path));
  if (!names?.every((each) => each !== undefined))
    return [{ unread: "one of its keys or indexes isn't known" }];
  return partOf(decorator, names.flat(), reading);
}

/** `@Index()`, `@Unique()` of a property. */
export function memberParts(
  { decorators, path }: EntityMember,
  columns: ColumnsByPath,
  reading: ColumnReading,
): readonly TablePart[] {
  return decorators
    .filter(({ name }) => name === "Index" || name === "Unique")
    .flatMap((decorator) => partOf(decorator, columns.get(path) ?? [], reading));
}

/** Properties in a list, or those that a function names. */
function fieldsOf(place: Place, { analysis }: ColumnReading): readonly string[] | null {
  const origin = originOf(place, analysis);
  if (analysis.elements(origin)) return textsOf(origin, analysis);
  if (!origin.node.type.includes("Function")) return null;
  const body = unwrap(childOf(origin.node, "body"));
  if (body?.type === "ObjectExpression")
    return childrenOf(body, "properties").flatMap((each) => keyName(each, "key") ?? []);
  const items = body?.type === "ArrayExpression" ? childrenOf(body, "elements") : [];
  const paths = items.map((each) => pathOf(each));
  return items.length > 0 && paths.every((each) => each !== null) ? paths : null;
}

/** `order.address.street` without the object itself. */
function pathOf(node: Place["node"]): string | null {
  const inner = unwrap(node);
  const object = inner?.type === "MemberExpression" ? childOf(inner, "object") : null;
  const key = inner && keyName(inner, "property");
  if (!inner || !object || key === null) return null;
  const before = object.type === "MemberExpression" ? pathOf(object) : "";
  return before === null ? null : `${before === "" ? "" : `${before}.`}${key}`;
}

function partOf(
  { name, args, place }: Decorator,
  columns: readonly string[],
  reading: ColumnReading,
): readonly TablePart[] {
  const definedAt = placeOf(place);
  if (columns.length === 0) return [{ unread: "one of its keys or indexes isn't known" }];
  if (name === "Unique")
    return [{ constraint: { kind: "unique", name: null, columns, definedAt } }];
  const options = args.map((each) => optionsOf(each, reading.analysis)).find((each) => each);
  if (!options) return [{ index: plainIndex(null, columns, definedAt) }];
  if (options.flag("synchronize") === false) return [];
  const index = plainIndex(null, columns, definedAt);
  return [{ index: { ...index, ...indexOptions(options, reading) } }];
}

function indexOptions(options: Options, { analysis, dialect }: ColumnReading) {
  const where = options.place("where");
  const method = options.flag("spatial") === true ? "gist" : options.text("type");
  return {
    unique: options.flag("unique") === true,
    where: where ? (textOf(where, analysis) ?? unknownInSchema) : null,
    method: dialect === "postgresql" ? method : null,
  };
}

/** `@Check("age > 0")`, `@Check("name", "age > 0")` */
function check({ args, place }: Decorator, { analysis }: ColumnReading): TablePart {
  const written = args.filter((each) => !optionsOf(each, analysis)).at(-1);
  const expression = (written && textOf(written, analysis)) ?? unknownInSchema;
  return { constraint: { kind: "check", name: null, expression, definedAt: placeOf(place) } };
}
