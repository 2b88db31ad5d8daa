/**
 * As much of the TypeScript compiler's objects as is asked here, so that any copy of it will do: the
 * one that ts-morph brings, and the one in a user's ESLint. They are only asked, never kept.
 */
export interface CompilerProgram {
  getSourceFile(path: string): CompilerFile | undefined;
  getTypeChecker(): CompilerChecker;
}

export interface CompilerNode {
  /** Where it begins, with the blanks and comments before it. */
  readonly pos: number;
  readonly end: number;
  getStart(file?: CompilerFile): number;
  getSourceFile(): CompilerFile;
  forEachChild<Result>(visit: (child: CompilerNode) => Result | undefined): Result | undefined;
}

export interface CompilerFile extends CompilerNode {
  readonly fileName: string;
  readonly text: string;
}

export interface CompilerSymbol {
  readonly name: string;
  readonly declarations?: readonly CompilerNode[];
}

export interface CompilerType {
  readonly symbol?: CompilerSymbol;
  readonly aliasSymbol?: CompilerSymbol;
  readonly aliasTypeArguments?: readonly CompilerType[];
  /** Of `Repository<User>`: `Repository<Entity>`, as it is declared. */
  readonly target?: CompilerType;
  /** Of a union or an intersection. */
  readonly types?: readonly CompilerType[];
  isUnionOrIntersection(): boolean;
  isTypeParameter(): boolean;
  isClass(): boolean;
  getBaseTypes(): readonly CompilerType[] | undefined;
  getProperties(): readonly CompilerSymbol[];
  getCallSignatures(): readonly CompilerSignature[];
}

export interface CompilerSignature {
  getReturnType(): CompilerType;
}

export interface CompilerChecker {
  getTypeAtLocation(node: CompilerNode): CompilerType;
  /** Of a whole file: the module that it is; none where its names are everybody's. */
  getSymbolAtLocation(node: CompilerNode): CompilerSymbol | undefined;
  getDeclaredTypeOfSymbol(symbol: CompilerSymbol): CompilerType;
  getTypeOfSymbolAtLocation(symbol: CompilerSymbol, node: CompilerNode): CompilerType;
  getBaseConstraintOfType(type: CompilerType): CompilerType | undefined;
  getTypeArguments(type: CompilerType): readonly CompilerType[];
  getFullyQualifiedName(symbol: CompilerSymbol): string;
  typeToString(type: CompilerType): string;
}
