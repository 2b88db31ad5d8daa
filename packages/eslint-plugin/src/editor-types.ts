import {
  createTypeSource,
  type CompilerProgram,
  type TypeSource,
} from "@domain-isolation/source-facts";
import type { SourceCode } from "eslint";

/** Their parsers give TypeScript the script alone, at other places than it has in the file. */
const component = /\.(?:vue|svelte|astro)$/u;

/**
 * What the program of the user's own TypeScript knows, where the configuration gives the parser a
 * project: https://typescript-eslint.io/packages/parser#projectservice
 *
 * Kept alive by the linter alone: an editor makes a new program with every change.
 */
export function editorTypes({ parserServices, ast }: SourceCode, file: string): TypeSource | null {
  const services: unknown = parserServices;
  if (component.test(file) || !hasProgram(services)) return null;
  const root = rootOf(services.esTreeNodeToTSNodeMap.get(ast), file);
  const program = new WeakRef(services.program);
  return root === null ? null : createTypeSource(() => program.deref() ?? null, root);
}

interface TypedServices {
  readonly program: CompilerProgram;
  readonly esTreeNodeToTSNodeMap: { get(node: object): unknown };
}

function hasProgram(services: unknown): services is TypedServices {
  return (
    hasMethods(property(services, "program"), "getSourceFile", "getTypeChecker") &&
    hasMethods(property(services, "esTreeNodeToTSNodeMap"), "get")
  );
}

function hasMethods(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof property(value, name) === "function");
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}

/** The program may know the root by another path than ours, which has no links in it. */
function rootOf(source: unknown, file: string): string | null {
  const path = property(source, "fileName");
  return typeof path === "string" && path.endsWith(`/${file}`)
    ? path.slice(0, -file.length - 1)
    : null;
}
