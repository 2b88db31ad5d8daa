import { declare } from "./declare.js";
import type { SyntaxNode, SyntaxTree } from "./syntax.js";
import { walk, type Ancestors } from "./walk.js";

/** What gives a name its meaning. `node` is the declarator, specifier or declaration. */
export interface Declaration {
  readonly kind: "const" | "variable" | "parameter" | "import" | "enum" | "other";
  readonly node: SyntaxNode;
  /** The keys from the declarator's value to this name, or null where they can't be told. */
  readonly path: readonly string[] | null;
  /** Of the variable of `for (… of list)`: the list. */
  readonly iterated: SyntaxNode | null;
  /** Of an import: where the name comes from. */
  readonly imported: Origin | null;
  readonly scope: Scope;
}

/** What another module gives: its name for it, `"*"` for all of it. */
export interface Origin {
  readonly specifier: string;
  readonly name: string;
}

export interface Scope {
  readonly parent: Scope | null;
  readonly declarations: Map<string, Declaration[]>;
  readonly hoists: boolean;
  /** What opens it: the program, a function, a class, a block. */
  readonly node: SyntaxNode;
}

/** Which declaration a name means, by JavaScript's scopes. */
export interface Scopes {
  scopeAt(ancestors: Ancestors): Scope;
  /** The scope that a node opens, for the names in it. */
  openedBy(node: SyntaxNode): Scope | null;
}

/** The declarations of a name in the nearest scope that has any. None: it is global. */
export function lookUp(name: string, scope: Scope | null): readonly Declaration[] {
  for (let inner = scope; inner; inner = inner.parent) {
    const declarations = inner.declarations.get(name);
    if (declarations) return declarations;
  }
  return [];
}

const hoisting = new Set([
  "Program",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "StaticBlock",
  "TSModuleBlock",
]);
const blocks = new Set([
  "BlockStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "CatchClause",
  "ClassExpression",
  "ClassDeclaration",
]);

/** Works out the scopes of a tree in one walk; `visit` sees every node with the scope around it. */
export function createScopes(
  { program, visitorKeys }: SyntaxTree,
  visit?: (node: SyntaxNode, ancestors: Ancestors, around: Scope) => void,
): Scopes {
  const scopes = new Map<SyntaxNode, Scope>();
  const root: Scope = { parent: null, declarations: new Map(), hoists: true, node: program };
  const scopeAt = (ancestors: Ancestors): Scope => {
    for (let index = ancestors.length - 1; index >= 0; index--) {
      const node = ancestors[index];
      const scope = node && scopes.get(node);
      if (scope) return scope;
    }
    return root;
  };
  // By depth: the scope around what stands there in the branch that is being walked.
  const around: Scope[] = [];
  walk(
    program,
    (node, ancestors) => {
      const depth = ancestors.length;
      const outer = around[depth] ?? root;
      const hoists = hoisting.has(node.type);
      const opens = hoists || blocks.has(node.type);
      const inner = opens ? { parent: outer, declarations: new Map(), hoists, node } : outer;
      around[depth + 1] = inner;
      if (opens) scopes.set(node, inner);
      declare(node, ancestors, outer, inner);
      visit?.(node, ancestors, outer);
    },
    visitorKeys,
  );
  return { scopeAt, openedBy: (node) => scopes.get(node) ?? null };
}
