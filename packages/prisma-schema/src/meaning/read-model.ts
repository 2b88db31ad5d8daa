import type { PrismaCompositeType, PrismaModel } from "../prisma-schema.js";
import type { ModelBlock, TypeBlock } from "../syntax/syntax-tree.js";
import { attributeOf, textOf } from "./arguments.js";
import type { Declaration, KindOf } from "./declaration.js";
import { readFields } from "./read-fields.js";
import { readKeys } from "./read-keys.js";

export function readModel(declaration: Declaration<ModelBlock>, kindOf: KindOf): PrismaModel {
  const { block, file, report } = declaration;
  const name = block.name.text;
  return {
    kind: block.keyword,
    name,
    accessor: accessorOf(name),
    table: textOf(attributeOf(block, "map"), "name", report) ?? name,
    schema: textOf(attributeOf(block, "schema"), "map", report),
    ignored: attributeOf(block, "ignore") !== undefined,
    file,
    span: block.name.span,
    declaration: block.span,
    fields: readFields(declaration, kindOf),
    keys: readKeys(declaration),
  };
}

export function readCompositeType(
  declaration: Declaration<TypeBlock>,
  kindOf: KindOf,
): PrismaCompositeType {
  const { block, file } = declaration;
  const { text: name, span } = block.name;
  return { name, file, span, fields: readFields(declaration, kindOf) };
}

/** As Prisma's client generator makes it: the first letter, and no other, in lower case. */
function accessorOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
