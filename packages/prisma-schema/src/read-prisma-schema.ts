import {
  createKindOf,
  isCompositeType,
  isDatasource,
  isEnum,
  isGenerator,
  isModel,
  type Declaration,
} from "./meaning/declaration.js";
import { firstOfEach } from "./meaning/first-of-each.js";
import { linkRelations } from "./meaning/link-relations.js";
import { readConfig } from "./meaning/read-config.js";
import { readEnum } from "./meaning/read-enum.js";
import { readCompositeType, readModel } from "./meaning/read-model.js";
import type { PrismaProblem, PrismaSchema } from "./prisma-schema.js";
import { readBlocks } from "./syntax/read-blocks.js";
import type { Report } from "./syntax/split-blocks.js";

export interface PrismaFile {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the files of one schema: a single file, or all `.prisma` files of a folder and those below.
 * Never throws: what can't be read is among the problems, and costs as little as it can. Offsets
 * are those of the texts as they are given. The order of the files doesn't matter.
 */
export function readPrismaSchema(files: readonly PrismaFile[]): PrismaSchema {
  const problems: PrismaProblem[] = [];
  const sorted = files.toSorted((a, b) => compare(a.file, b.file));
  const declarations = sorted.flatMap((file) => readDeclarations(file, problems));
  const config = readConfig(declarations);
  const types = uniqueTypes(declarations);
  const kindOf = createKindOf(types);
  const models = types.filter(isModel).map((model) => readModel(model, kindOf));
  const linked = linkRelations(models, config.provider);
  return {
    ...config,
    models: linked.models,
    joinTables: linked.joinTables,
    enums: types.filter(isEnum).map(readEnum),
    compositeTypes: types.filter(isCompositeType).map((type) => readCompositeType(type, kindOf)),
    problems: [...problems, ...linked.problems].sort(byPlace),
  };
}

function readDeclarations(
  { file, text }: PrismaFile,
  problems: PrismaProblem[],
): readonly Declaration[] {
  const report: Report = ({ start, end }, reason) => {
    problems.push({ file, span: { start, end }, reason });
  };
  return readBlocks(text, report).map((block) => ({ block, file, text, report }));
}

/** Models, views, enums and composite types share one set of names. */
function uniqueTypes(declarations: readonly Declaration[]): readonly Declaration[] {
  return firstOfEach(
    declarations.filter((each) => !isDatasource(each) && !isGenerator(each)),
    ({ block }) => block.name,
    ({ block, report }, first) => {
      report(block.name.span, `\`${block.name.text}\` is declared before, in ${first.file}`);
    },
  );
}

function byPlace(a: PrismaProblem, b: PrismaProblem): number {
  return compare(a.file, b.file) || a.span.start - b.span.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
