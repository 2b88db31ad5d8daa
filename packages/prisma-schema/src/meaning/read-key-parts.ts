import type { PrismaKeyPart } from "../prisma-schema.js";
import type { Argument, Attribute, Expression } from "../syntax/syntax-tree.js";
import { argumentOf } from "./arguments.js";

/** What a key says of each of its fields; of the one at which it stands, where it is given there. */
export function readKeyParts(
  attribute: Attribute,
  field: string | null,
  text: string,
): readonly PrismaKeyPart[] {
  if (field !== null) return [readPart(field, attribute.arguments, text)];
  const value = argumentOf(attribute, "fields");
  const items = value?.kind === "list" ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    if (item.kind === "name") return [readPart(item.value, [], text)];
    return item.kind === "call" ? [readPart(item.name, item.arguments, text)] : [];
  });
}

function readPart(field: string, given: readonly Argument[], text: string): PrismaKeyPart {
  const valueOf = (name: string) => given.find((argument) => argument.name === name)?.value;
  const sort = valueOf("sort");
  const length = valueOf("length");
  return {
    field,
    descending: sort?.kind === "name" && sort.value === "Desc",
    length:
      length?.kind === "number" ? Number(text.slice(length.span.start, length.span.end)) : null,
    operatorClass: operatorClassOf(valueOf("ops")),
  };
}

function operatorClassOf(value: Expression | undefined): string | null {
  if (value?.kind === "name") return value.value;
  const raw = value?.kind === "call" && value.name === "raw" ? value.arguments[0]?.value : null;
  return raw?.kind === "text" ? raw.value : null;
}
