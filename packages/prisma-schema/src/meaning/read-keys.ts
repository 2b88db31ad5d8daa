import type { PrismaKey, PrismaKeyPart } from "../prisma-schema.js";
import type { Report } from "../syntax/split-blocks.js";
import type { Attribute, RecordBlock } from "../syntax/syntax-tree.js";
import { fieldNamesOf, textOf, wordOf } from "./arguments.js";
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
  return [{ kind, fields, parts, method, constraint, span: attribute.span }];
}
