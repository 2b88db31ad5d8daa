import type { UnreadableFact } from "@domain-isolation/model";
import { readPrismaSchema, type PrismaSchema } from "@domain-isolation/prisma-schema";
import {
  isSourceFile,
  type DataWorld,
  type NameTarget,
  type ParsedSource,
  type TypeSource,
} from "@domain-isolation/source-facts";
import type { Looks } from "../files/looks.js";
import { readSource } from "../files/read-source.js";
import type { NameLinker } from "../link/link-names.js";
import type { ParsedFiles } from "../parse/parsed-files.js";
import type { Resolver } from "../resolve/resolver.js";
import { groupSchemas } from "./group-schemas.js";
import { usedPackages } from "./used-packages.js";

/** What the world around the data facts is made of. */
export interface DataSurroundings {
  readonly root: string;
  readonly files: () => readonly string[];
  readonly parsed: ParsedFiles;
  readonly resolver: Resolver;
  readonly linker: NameLinker;
  /** The tree of a file that is open in an editor. */
  readonly opened: (file: string) => ParsedSource | null;
  /** What the program of the file that was opened last knows. */
  readonly editorTypes: () => TypeSource | null;
}

/** The files of a repository, for the reading of data facts. Nothing is read before it is asked for. */
export function createDataWorld(around: DataSurroundings, types: TypeSource | null): DataWorld {
  const { root, files, parsed, resolver, linker, opened } = around;
  let used: ReadonlySet<string> | null | undefined;
  let schemas: readonly PrismaSchema[] | undefined;
  return {
    source: (file) => opened(file) ?? parsedSource(parsed, file),
    resolve: (file, specifier, name) => {
      const target = resolver.resolve(file, specifier, "import")[0]?.target ?? null;
      if (target === null) return { external: specifier, name };
      return name === "*" ? { file: target, name } : followName(target, name, linker);
    },
    starsFor: (file, name) => {
      const isAsRead = isSourceFile(file) && !opened(file) && !beyondNames.test(parsed.text(file));
      return isAsRead ? linker.starsFor(file, name) : null;
    },
    uses: (name) => {
      used ??= usedPackages(root, files(), parsed.looks);
      return used?.has(name) ?? true;
    },
    filesWith: (words) =>
      files().filter(
        (file) => isSourceFile(file) && words.test(opened(file)?.text ?? parsed.text(file)),
      ),
    get types() {
      return around.editorTypes() ?? types;
    },
    get prismaSchemas() {
      return (schemas ??= readSchemas(around));
    },
  };
}

/** What gives away names that no list of exports has: CommonJS, and an import that is one too. */
const beyondNames = /\bexports\b|\bexport\s*(?:=|import\b|\/[*/])/u;

function followName(target: string, name: string, linker: NameLinker): NameTarget {
  return linker.follow(target, name).path.at(-1) ?? { file: target, name };
}

function parsedSource(parsed: ParsedFiles, file: string): ParsedSource | null {
  const module = isSourceFile(file) ? parsed.read(file) : null;
  return module && "tree" in module && module.unreadable.length === 0 ? module.tree() : null;
}

function readSchemas({ root, files, parsed }: DataSurroundings): readonly PrismaSchema[] {
  const texts = new Map(
    files()
      .filter(isSchema)
      .map((file) => [file, textOf(`${root}/${file}`, parsed.looks)] as const),
  );
  const text = (file: string) => texts.get(file) ?? "";
  return groupSchemas([...texts.keys()], text).map((group) =>
    readPrismaSchema(group.map((file) => ({ file, text: text(file) }))),
  );
}

export function isSchema(file: string): boolean {
  return file.endsWith(".prisma");
}

/** What of a schema's file could not be read, be it all of it. */
export function schemaProblems(
  file: string,
  { root, parsed }: Pick<DataSurroundings, "root" | "parsed">,
  { prismaSchemas }: DataWorld,
): readonly UnreadableFact[] {
  const source = readSource(`${root}/${file}`, parsed.looks);
  const whole = { file, span: { start: 0, end: 0 } };
  const problems =
    "reason" in source
      ? [{ ...whole, reason: source.reason }]
      : prismaSchemas.flatMap((schema) => schema.problems);
  return problems
    .filter((problem) => problem.file === file)
    .map(({ span, reason }) => ({ kind: "unreadable", span, reason }));
}

function textOf(path: string, looks: Looks): string {
  const source = readSource(path, looks);
  return "reason" in source ? "" : source.text;
}
