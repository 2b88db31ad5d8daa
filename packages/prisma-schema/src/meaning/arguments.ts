import type { Report } from "../syntax/split-blocks.js";
import type { Attribute, Expression } from "../syntax/syntax-tree.js";

/** Which argument it is when it stands without a name. */
const unnamed: Readonly<Record<string, string>> = {
  default: "value",
  fulltext: "fields",
  id: "fields",
  index: "fields",
  map: "name",
  relation: "name",
  schema: "map",
  unique: "fields",
};

interface Attributed {
  readonly attributes: readonly Attribute[];
}

/** The attribute of this name: Prisma lets each be given once. */
export function attributeOf({ attributes }: Attributed, name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

export function argumentOf(attribute: Attribute | undefined, name: string): Expression | null {
  if (!attribute) return null;
  const isMeant = (given: string | null) => (given ?? unnamed[attribute.name]) === name;
  return attribute.arguments.find((argument) => isMeant(argument.name))?.value ?? null;
}

/** `@@map("users")`: users */
export function textOf(
  attribute: Attribute | undefined,
  name: string,
  report: Report,
): string | null {
  const value = argumentOf(attribute, name);
  if (!value || value.kind === "text") return value?.value ?? null;
  report(value.span, `\`${name}\` is not a text`);
  return null;
}

/** `onDelete: Cascade`: Cascade */
export function wordOf(
  attribute: Attribute | undefined,
  name: string,
  report: Report,
): string | null {
  const value = argumentOf(attribute, name);
  if (!value || value.kind === "name") return value?.value ?? null;
  report(value.span, `\`${name}\` is not a word`);
  return null;
}

/** `fields: [id, title(length: 100)]`: id, title. One alone may do without brackets. */
export function fieldNamesOf(
  attribute: Attribute | undefined,
  name: string,
  report: Report,
): readonly string[] {
  const value = argumentOf(attribute, name);
  if (!value) return [];
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === "name") return [item.value];
    if (item.kind === "call") return [item.name];
    report(item.span, `\`${name}\` holds more than names of fields`);
    return [];
  });
}
