import type { Scope } from "../../syntax/scopes.js";
import type { ParsedSource, SyntaxNode } from "../../syntax/syntax.js";
import type { Ancestors } from "../../syntax/walk.js";
import type { Memory } from "./memory.js";
import type { ModuleExports } from "./module-exports.js";
import type { Entity, Value } from "./value.js";

/** A parsed file, indexed for evaluation. */
export interface DataModule {
  readonly file: string;
  readonly source: ParsedSource;
  readonly exports: ModuleExports;
  /** Interfaces and type aliases by name. */
  readonly types: ReadonlyMap<string, SyntaxNode>;
  /** What is assigned to a name, or to `this.name`, wherever in the file; by what is assigned to. */
  readonly assignments: ReadonlyMap<string, readonly Assigned[]>;
  /** The node around a function, a class, or an object with functions, and the scope in which it stands. */
  readonly surroundings: ReadonlyMap<SyntaxNode, Surrounding>;
  /** Calls and tagged templates, each with its scope and the node around it. */
  readonly calls: readonly NotedCall[];
  readonly root: Scope;
  /** The scope for names inside of a node that opens one. */
  readonly scopeIn: (node: SyntaxNode) => Scope;
  readonly scopeAt: (ancestors: Ancestors) => Scope;
  /** What was worked out of it; it is forgotten with the module. */
  readonly known: {
    readonly values: Memory<Value>;
    readonly types: Memory<Value>;
    readonly entities: Memory<Entity>;
  };
}

export interface Assigned {
  /** `=`, or `+=` and its kin. */
  readonly operator: string;
  readonly value: SyntaxNode;
  readonly scope: Scope;
}

export interface Surrounding {
  readonly parent: SyntaxNode;
  readonly scope: Scope;
}

export interface NotedCall extends Surrounding {
  readonly node: SyntaxNode;
}
