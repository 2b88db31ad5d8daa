import type { PrismaKey } from "../prisma-schema.js";
import type { Report } from "../syntax/split-blocks.js";
import type { Attribute, RecordBlock } from "../syntax/syntax-tree.js";
import { fieldNamesOf, textOf } from "./arguments.js";
import type { Declaration } from "./declaration.js";

const kinds = ["id", "unique", "index", "fulltext"] as const;

/** Those given at fields come first. */
export function readKeys({ block, report }: Declaration<RecordBlock>): readonly PrismaKey[] {
  const ofFields = block.fields.flatMap(({ name, attributes }) =>
    attributes.flatMap((attribute) => readKey(attribute, [name.text], report)),
  );
  const ofBlock = block.attributes.flatMap((attribute) =>
    readKey(attribute, fieldNamesOf(attribute, "fields", report), report),
  );
  return [...ofFields, ...ofBlock];
}

function readKey(
  attribute: Attribute,
  fields: readonly string[],
  report: Report,
): readonly PrismaKey[] {
  const kind = kinds.find((each) => each === attribute.name);
  if (!kind) return [];
  return [{ kind, fields, constraint: textOf(attribute, "map", report), span: attribute.span }];
}
