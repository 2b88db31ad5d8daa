import type { TypeName } from "../modules.js";
import type { CompilerNode, CompilerType } from "./compiler.js";
import { typeNames, type TypeReading } from "./type-names.js";

/** What is looked through: of each, its arguments hold what it gives. */
const containers = new Set([
  "Promise",
  "PromiseLike",
  "Array",
  "ReadonlyArray",
  "Set",
  "ReadonlySet",
  "Map",
  "ReadonlyMap",
  "Iterable",
  "IterableIterator",
  "AsyncIterable",
  "Generator",
  "AsyncGenerator",
  "Iterator",
  "AsyncIterator",
]);

/** A promise of a page of a list of rows. */
const deepest = 4;

/** Objects with more properties are no results that are put together by hand. */
const mostProperties = 40;

/**
 * What a call of a function gives: also what a promise resolves to, what a list or a tuple holds, and
 * the properties of an object, one level deep.
 */
export function returnedTypes(
  type: CompilerType,
  node: CompilerNode,
  reading: TypeReading,
): readonly TypeName[] {
  const given = type.getCallSignatures().flatMap((each) => contents(each.getReturnType(), reading));
  return given.flatMap((each) => [
    ...typeNames(each, reading),
    ...propertyTypes(each, node, reading).flatMap((property) => typeNames(property, reading)),
  ]);
}

/** The type itself, or what it holds. */
function contents(type: CompilerType, reading: TypeReading, depth = 0): readonly CompilerType[] {
  const inner = heldBy(type, reading);
  return inner && depth < deepest
    ? inner.flatMap((each) => contents(each, reading, depth + 1))
    : [type];
}

function heldBy(type: CompilerType, { checker }: TypeReading): readonly CompilerType[] | null {
  if (type.isUnionOrIntersection()) return type.types ?? null;
  const { target, symbol } = type;
  if (!target) return null;
  // A tuple has no name.
  if (!symbol) return checker.getTypeArguments(type);
  const isReference = checker.getDeclaredTypeOfSymbol(symbol) === target;
  return isReference && containers.has(symbol.name) ? checker.getTypeArguments(type) : null;
}

/** Of an object that is put together, or of an interface of ours; a class speaks for itself. */
function propertyTypes(
  type: CompilerType,
  node: CompilerNode,
  reading: TypeReading,
): readonly CompilerType[] {
  if (type.isUnionOrIntersection() || (type.target ?? type).isClass()) return [];
  const isForeign = typeNames(type, reading).some(({ declaredIn }) => "external" in declaredIn);
  const properties = isForeign ? [] : type.getProperties();
  if (properties.length > mostProperties) return [];
  return properties.flatMap((property) =>
    contents(reading.checker.getTypeOfSymbolAtLocation(property, node), reading),
  );
}
