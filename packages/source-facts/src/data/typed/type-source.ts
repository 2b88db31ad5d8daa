import type { Span } from "@domain-isolation/model";
import type { TypeName, TypeSource } from "../modules.js";
import type { CompilerNode, CompilerProgram, CompilerType } from "./compiler.js";
import { findNode } from "./find-node.js";
import { returnedTypes } from "./returned-types.js";
import { isUnknown, typeNames, type TypeReading } from "./type-names.js";

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
    answer: (type: CompilerType, node: CompilerNode, reading: TypeReading) => readonly TypeName[],
  ): readonly TypeName[] | null => {
    const program = programOf(file);
    const source = program?.getSourceFile(`${root}/${file}`);
    const node = source ? findNode(source, span) : null;
    if (!program || !node) return null;
    const checker = program.getTypeChecker();
    const type = checker.getTypeAtLocation(node);
    return isUnknown(type, checker) ? null : answer(type, node, { checker, root });
  };
  return {
    typeAt: (file, span) => ask(file, span, (type, _, reading) => typeNames(type, reading)),
    returnedAt: (file, span) => ask(file, span, returnedTypes),
  };
}
