import type {
  ArrayExpression,
  Expression,
  ObjectExpression,
  ObjectProperty,
  SpreadElement,
  TSInterfaceDeclaration,
} from "oxc-parser";
import type { PlacedEntry, PlacedNode } from "./placed-node.js";

export type ExportedNode = Expression | TSInterfaceDeclaration;

/** What the names at the top level of the file stand for. */
export type Constants = ReadonlyMap<string, Expression>;

/**
 * The places in a map, as far as it is written out: through `defineConfig()`, `satisfies` and `as`,
 * constants, and spreads of constants. A part that is computed has no entries: the nearest part
 * around it stands for what it holds.
 */
export function scriptPlaces(node: ExportedNode, constants: Constants): PlacedNode {
  const inner = unwrap(node);
  const { start: offset } = inner;
  switch (inner.type) {
    case "ObjectExpression":
      return { offset, entries: objectEntries(inner, constants) };
    case "ArrayExpression":
      return { offset, entries: listEntries(inner, constants) };
    case "Identifier":
      return constantPlaces(inner.name, offset, constants);
    default:
      return { offset, entries: [] };
  }
}

/** What a type or a call is put around: `defineConfig({…})`, `{…} satisfies MapSource`. */
function unwrap(node: ExportedNode): ExportedNode {
  switch (node.type) {
    case "CallExpression": {
      const [argument] = node.arguments;
      return argument && argument.type !== "SpreadElement" ? unwrap(argument) : node;
    }
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** Without the constant itself: one that mentions itself would never end. */
function constantPlaces(name: string, offset: number, constants: Constants): PlacedNode {
  const value = constants.get(name);
  if (!value) return { offset, entries: [] };
  return scriptPlaces(value, new Map([...constants].filter(([other]) => other !== name)));
}

function objectEntries(node: ObjectExpression, constants: Constants): readonly PlacedEntry[] {
  return node.properties.flatMap((property) => {
    if (property.type === "SpreadElement") return spreadEntries(property, constants);
    const key = keyOf(property);
    if (key === null) return [];
    const value = scriptPlaces(property.value, constants);
    return [{ key, keyOffset: property.key.start, value, spread: false }];
  });
}

function keyOf({ key, computed }: ObjectProperty): string | null {
  if (key.type === "Identifier") return computed ? null : key.name;
  if (key.type === "Literal") return String(key.value);
  if (key.type !== "TemplateLiteral" || key.expressions.length > 0) return null;
  return key.quasis[0]?.value.cooked ?? null;
}

/** The places in a list are known up to the first spread of something that isn't written out. */
function listEntries(node: ArrayExpression, constants: Constants): readonly PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  for (const element of node.elements) {
    if (element?.type === "SpreadElement") {
      const spread = spreadEntries(element, constants);
      if (spread.length === 0) break;
      entries.push(...spread.map((entry, index) => ({ ...entry, key: entries.length + index })));
      continue;
    }
    const value = element ? scriptPlaces(element, constants) : { offset: node.start, entries: [] };
    entries.push({ key: entries.length, keyOffset: value.offset, value, spread: false });
  }
  return entries;
}

function spreadEntries({ argument }: SpreadElement, constants: Constants): readonly PlacedEntry[] {
  return scriptPlaces(argument, constants).entries.map((entry) => ({ ...entry, spread: true }));
}
