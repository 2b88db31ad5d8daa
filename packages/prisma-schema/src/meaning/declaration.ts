import type { PrismaTypeKind } from "../prisma-schema.js";
import type { Report } from "../syntax/split-blocks.js";
import type {
  Block,
  ConfigBlock,
  EnumBlock,
  ModelBlock,
  RecordBlock,
  TypeBlock,
} from "../syntax/syntax-tree.js";

/** A block, and the file that it stands in. */
export interface Declaration<B extends Block | RecordBlock = Block> {
  readonly block: B;
  readonly file: string;
  readonly text: string;
  readonly report: Report;
}

export function isModel(declaration: Declaration): declaration is Declaration<ModelBlock> {
  return declaration.block.keyword === "model" || declaration.block.keyword === "view";
}

export function isCompositeType(declaration: Declaration): declaration is Declaration<TypeBlock> {
  return declaration.block.keyword === "type";
}

export function isEnum(declaration: Declaration): declaration is Declaration<EnumBlock> {
  return declaration.block.keyword === "enum";
}

export function isDatasource(declaration: Declaration): declaration is Declaration<ConfigBlock> {
  return declaration.block.keyword === "datasource";
}

export function isGenerator(declaration: Declaration): declaration is Declaration<ConfigBlock> {
  return declaration.block.keyword === "generator";
}

/** What the name of a type stands for. */
export type KindOf = (type: string) => PrismaTypeKind;

const scalars: ReadonlySet<string> = new Set(
  "BigInt Boolean Bytes DateTime Decimal Float Int Json String".split(" "),
);

export function createKindOf(declarations: readonly Declaration[]): KindOf {
  const namesOf = (found: readonly Declaration[]) => new Set(found.map(nameOf));
  const models = namesOf(declarations.filter(isModel));
  const enums = namesOf(declarations.filter(isEnum));
  const compositeTypes = namesOf(declarations.filter(isCompositeType));
  return (type) => {
    if (scalars.has(type)) return "scalar";
    if (models.has(type)) return "model";
    if (enums.has(type)) return "enum";
    return compositeTypes.has(type) ? "composite" : "unknown";
  };
}

function nameOf({ block }: Declaration): string {
  return block.name.text;
}
