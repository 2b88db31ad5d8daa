import type { Span } from "@domain-isolation/model";
import type { TypeName, TypeSource } from "../modules.js";
import type { CompilerNode, CompilerProgram } from "./compiler.js";
import { findNode } from "./find-node.js";
import { returnedTypes } from "./returned-types.js";
import { typeNames, type TypeReading } from "./type-names.js";

/** The program that knows a file, or null where there is none. */
export type ProgramOf = (file: string) => CompilerProgram | null;

/**
 * Answers from the programs of a TypeScript compiler, whichever copy of it. `root` is absolute, real,
 * with `/`.
 */
export function createTypeSource(programOf: ProgramOf, root: string): TypeSource {
  const ask = (
    file: string,
    span: Span,
    answer: (node: CompilerNode, reading: TypeReading) => readonly TypeName[],
  ): readonly TypeName[] | null => {
    const program = programOf(file);
    const source = program?.getSourceFile(`${root}/${file}`);
    const node = source ? findNode(source, span) : null;
    return program && node ? answer(node, { checker: program.getTypeChecker(), root }) : null;
  };
  return {
    typeAt: (file, span) =>
      ask(file, span, (node, reading) =>
        typeNames(reading.checker.getTypeAtLocation(node), reading),
      ),
    returnedAt: (file, span) =>
      ask(file, span, (node, reading) =>
        returnedTypes(reading.checker.getTypeAtLocation(node), node, reading),
      ),
  };
}
