import type { PrismaEnum } from "../prisma-schema.js";
import type { EnumBlock } from "../syntax/syntax-tree.js";
import { attributeOf, textOf } from "./arguments.js";
import type { Declaration } from "./declaration.js";

export function readEnum({ block, file, report }: Declaration<EnumBlock>): PrismaEnum {
  const name = block.name.text;
  return {
    name,
    databaseName: textOf(attributeOf(block, "map"), "name", report) ?? name,
    schema: textOf(attributeOf(block, "schema"), "map", report),
    file,
    span: block.name.span,
    values: block.values.map((line) => {
      const { text, span } = line.name;
      const databaseName = textOf(attributeOf(line, "map"), "name", report) ?? text;
      return { name: text, databaseName, span };
    }),
  };
}
