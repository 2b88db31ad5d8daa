import { addReach, type Extraction, type Reader } from "../extraction.js";
import { childOf, childrenOf, identifierName, keyName, unwrap } from "../../syntax/node.js";
import { lookUp, type Declaration } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { takenNames } from "../taken-names.js";
import type { Ancestors } from "../../syntax/walk.js";

/** What a method yields: names may be taken of it. */
const methods: Readonly<Record<string, "nothing" | "module" | "promise">> = {
  mock: "nothing",
  unmock: "nothing",
  deepUnmock: "nothing",
  doMock: "nothing",
  doUnmock: "nothing",
  dontMock: "nothing",
  setMock: "nothing",
  module: "nothing",
  unstable_mockModule: "nothing",
  unstable_unmockModule: "nothing",
  createMockFromModule: "module",
  genMockFromModule: "module",
  importActual: "promise",
  importMock: "promise",
  requireActual: "module",
  requireMock: "module",
};

/** The methods of `methods`, for a look at the text. */
export const mockMethods = Object.keys(methods);

/** `jest.mock("x")`, `vi.importActual("x")`, `mock.module("x")` and their kin */
export const readMock: Reader = (node, ancestors, extraction) => {
  const callee = unwrap(childOf(node, "callee"));
  const method = callee && keyName(callee, "property");
  const [argument] = childrenOf(node, "arguments");
  if (!callee || !argument || method === null || !Object.hasOwn(methods, method)) return;
  const yields = methods[method] ?? "nothing";
  if (!isMocker(unwrap(childOf(callee, "object")), method, ancestors, extraction)) return;
  // `vi.mock(import("x"))` is `vi.mock("x")` with types: nothing is imported.
  const dynamic = argument.type === "ImportExpression" ? childOf(argument, "source") : null;
  if (dynamic) extraction.told.add(argument);
  const names = yields === "nothing" ? [] : takenNames(node, ancestors, yields);
  addReach(extraction, { form: "mock", names }, dynamic ?? argument, ancestors);
};

const frameworks = /^(?:vitest|@jest\/globals|bun:test|node:test)$/u;
const mockers = new Set(["jest", "vi", "vitest"]);

function isMocker(
  object: SyntaxNode | null,
  method: string,
  ancestors: Ancestors,
  extraction: Extraction,
): boolean {
  const root = chainRoot(object);
  if (root?.type === "MemberExpression") {
    // node:test gives it to each test: `t.mock.module("x")`.
    const property = keyName(root, "property") ?? "";
    return method === "module" ? property === "mock" : mockers.has(property);
  }
  const name = identifierName(root);
  if (name === null) return false;
  const [declaration] = lookUp(name, extraction.scopeAt(ancestors));
  if (!declaration) return mockers.has(name) && method !== "module";
  return isImportedMocker(declaration, method);
}

function isImportedMocker({ imported }: Declaration, method: string): boolean {
  if (!imported || !frameworks.test(imported.specifier)) return false;
  return method === "module" ? imported.name === "mock" : mockers.has(imported.name);
}

/** Of `jest.mock("a").mock("b")` it is `jest`. */
function chainRoot(object: SyntaxNode | null): SyntaxNode | null {
  let root = object;
  while (root?.type === "CallExpression") {
    const callee = unwrap(childOf(root, "callee"));
    root = callee && unwrap(childOf(callee, "object"));
  }
  return root;
}
