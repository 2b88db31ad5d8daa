import type { PrismaKey, PrismaKeyPart } from "../prisma-schema.js";
import type { Report } from "../syntax/split-blocks.js";
import type { Attribute, Expression, RecordBlock } from "../syntax/syntax-tree.js";
import { argumentOf, fieldNamesOf, textOf, wordOf } from "./arguments.js";
import type { Declaration } from "./declaration.js";
import { readKeyParts } from "./read-key-parts.js";

const kinds = ["id", "unique", "index", "fulltext"] as const;

/** Those given at fields come first. */
export function readKeys({ block, text, report }: Declaration<RecordBlock>): readonly PrismaKey[] {
  const ofFields = block.fields.flatMap(({ name, attributes }) =>
    attributes.flatMap((attribute) => {
      const part = readKeyParts(attribute, name.text, text);
      return readKey(attribute, [name.text], part, report);
    }),
  );
  const ofBlock = block.attributes.flatMap((attribute) =>
    readKey(
      attribute,
      fieldNamesOf(attribute, "fields", report),
      readKeyParts(attribute, null, text),
      report,
    ),
  );
  return [...ofFields, ...ofBlock];
}

function readKey(
  attribute: Attribute,
  fields: readonly string[],
  parts: readonly PrismaKeyPart[],
  report: Report,
): readonly PrismaKey[] {
  const kind = kinds.find((each) => each === attribute.name);
  if (!kind) return [];
  const constraint =
    textOf(attribute, "map", report) ??
    (kind === "index" ? textOf(attribute, "name", report) : null);
  const method = wordOf(attribute, "type", report);
  const where = whereOf(argumentOf(attribute, "where"));
  return [{ kind, fields, parts, method, where, constraint, span: attribute.span }];
}

/** `where: raw("deleted IS NULL")` */
function whereOf(value: Expression | null): PrismaKey["where"] {
  const given = value?.kind === "call" && value.name === "raw" ? value.arguments[0]?.value : null;
  return value && { sql: given?.kind === "text" ? given.value : null };
}
