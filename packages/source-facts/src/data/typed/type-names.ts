import type { TypeName } from "../modules.js";
import type { CompilerChecker, CompilerSymbol, CompilerType } from "./compiler.js";
import { declaredType } from "./type-origin.js";

/** What reading types rests on: the checker, and the folder (absolute, real) whose files are ours. */
export interface TypeReading {
  readonly checker: CompilerChecker;
  readonly root: string;
}

/** Unions of hundreds of members say nothing that is asked for here. */
const most = 24;

/** Classes extend one another this often at most. */
const deepest = 8;

/** What a type is, then what it extends; of a union or an intersection, each of its members. */
export function typeNames(type: CompilerType, reading: TypeReading): readonly TypeName[] {
  return namesOf(type, reading, 0).slice(0, most);
}

/** Whether nothing is known of it: `any`, `unknown`, or what doesn't compile. */
export function isUnknown(type: CompilerType, checker: CompilerChecker): boolean {
  if (type.symbol || type.aliasSymbol || type.isUnionOrIntersection()) return false;
  return /^(?:any|unknown)$/u.test(checker.typeToString(type));
}

function namesOf(type: CompilerType, reading: TypeReading, depth: number): readonly TypeName[] {
  if (depth > deepest) return [];
  const { aliasSymbol, aliasTypeArguments = [] } = type;
  const alias = aliasSymbol && named(aliasSymbol, aliasTypeArguments, reading, depth);
  return [...(alias ? [alias] : []), ...ownNames(type, reading, depth)];
}

function ownNames(type: CompilerType, reading: TypeReading, depth: number): readonly TypeName[] {
  if (type.isUnionOrIntersection()) {
    return (type.types ?? []).slice(0, most).flatMap((each) => namesOf(each, reading, depth + 1));
  }
  if (type.isTypeParameter()) {
    const constraint = reading.checker.getBaseConstraintOfType(type);
    return constraint && constraint !== type ? namesOf(constraint, reading, depth + 1) : [];
  }
  const { symbol } = type;
  if (!symbol) return primitiveNames(type, reading);
  if (symbol.name.startsWith("__")) return [];
  return isDeclared(type, symbol, reading)
    ? declaredNames(type, symbol, reading, depth)
    : valueNames(symbol, reading, depth);
}

const primitive = /^(?:string|number|bigint|boolean|symbol|true|false|["`\d].*)$/su;

/** A string is a string, whether it is known which or not. */
function primitiveNames(type: CompilerType, { checker }: TypeReading): readonly TypeName[] {
  const name = checker.typeToString(type);
  return primitive.test(name) ? [{ name, declaredIn: { external: "" }, args: [] }] : [];
}

/** Whether it is the type that its symbol declares, and not that of the class, function or module. */
function isDeclared(type: CompilerType, symbol: CompilerSymbol, { checker }: TypeReading): boolean {
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  return declared === type || declared === type.target;
}

function declaredNames(
  type: CompilerType,
  symbol: CompilerSymbol,
  reading: TypeReading,
  depth: number,
): readonly TypeName[] {
  const args = type.target ? reading.checker.getTypeArguments(type) : [];
  const own = named(symbol, args, reading, depth);
  const bases = type.getBaseTypes() ?? type.target?.getBaseTypes() ?? [];
  return [...(own ? [own] : []), ...bases.flatMap((base) => namesOf(base, reading, depth + 1))];
}

/** `typeof User`; a module has no name but its own. */
function valueNames(
  symbol: CompilerSymbol,
  reading: TypeReading,
  depth: number,
): readonly TypeName[] {
  const value = named(symbol, [], reading, depth);
  if (!value) return [];
  return [value.name === "*" ? value : { ...value, name: `typeof ${value.name}` }];
}

function named(
  symbol: CompilerSymbol,
  args: readonly CompilerType[],
  reading: TypeReading,
  depth: number,
): TypeName | null {
  const declaration = symbol.declarations?.[0];
  if (!declaration) return null;
  const { checker, root } = reading;
  const file = declaration.getSourceFile();
  const isModule = checker.getSymbolAtLocation(file) !== undefined;
  const fullName = checker.getFullyQualifiedName(symbol);
  const declared = declaredType(fullName, { path: file.fileName, isModule }, root);
  return declared && { ...declared, args: args.map((arg) => argumentName(arg, reading, depth)) };
}

const nameless: TypeName = { name: "", declaredIn: { external: "" }, args: [] };

/** An argument keeps its position, whether it has a name or not; those within it soon end. */
function argumentName(type: CompilerType, reading: TypeReading, depth: number): TypeName {
  return namesOf(type, reading, depth + deepest / 2)[0] ?? nameless;
}
