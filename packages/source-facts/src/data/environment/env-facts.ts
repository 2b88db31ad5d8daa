import type { EnvFact } from "@domain-isolation/model";
import { childOf, childrenOf, identifierName, keyName, spanOf, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { walk } from "../../syntax/walk.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import type { DataModule } from "../values/data-module.js";
import { at, type Place } from "../values/place.js";
import { namesEnvironment } from "./may-read-environment.js";
import { readsParameter } from "./reader-function.js";

type Found = Omit<EnvFact, "kind" | "file" | "tier">;

/** The variables of the environment that a file reads. */
export function envFacts(module: DataModule, analysis: Analysis): readonly EnvFact[] {
  const found: Found[] = [];
  const readers = namesEnvironment(module.source.text) ? allReaders : callReaders;
  walk(
    module.source.program,
    (node, ancestors) => {
      const read = readers[node.type];
      if (!read) return;
      const place = { node, scope: module.scopeAt(ancestors), module, frame: null };
      found.push(...read(place, ancestors.at(-1) ?? node, analysis));
    },
    module.source.visitorKeys,
  );
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .map((fact) => ({ kind: "env", file: module.file, ...fact, tier: "file" }));
}

type Reader = (place: Place, parent: SyntaxNode, analysis: Analysis) => readonly Found[];

const callReaders: Readonly<Record<string, Reader>> = {
  CallExpression: (place, _parent, analysis) => readCall(place, analysis),
};

const allReaders: Readonly<Record<string, Reader>> = {
  ...callReaders,
  MemberExpression: readMember,
  VariableDeclarator: (place, _parent, analysis) =>
    readPattern(place, childOf(place.node, "id"), childOf(place.node, "init"), analysis),
  AssignmentExpression: (place, _parent, analysis) =>
    readPattern(place, childOf(place.node, "left"), childOf(place.node, "right"), analysis),
};

function isEnvironmentAt(place: Place, analysis: Analysis): boolean {
  return analysis.evaluate(place)?.is === "environment";
}

/** `process.env.KEY`, `process.env["KEY"]`, `process.env[KEY]`; changing one is no reading. */
function readMember(place: Place, parent: SyntaxNode, analysis: Analysis): readonly Found[] {
  const object = childOf(place.node, "object");
  const property = childOf(place.node, "property");
  if (!object || !property || isMethod(place.node, parent)) return [];
  if (isChange(place.node, parent)) return [];
  if (!isEnvironmentAt(at(place, object), analysis)) return [];
  const key = keyName(place.node, "property");
  if (key !== null && place.node.computed !== true) return [named(key, property)];
  return [constantName(at(place, property), analysis)];
}

/** `process.env.KEY = "…"`, `delete process.env.KEY` */
function isChange(node: SyntaxNode, parent: SyntaxNode): boolean {
  const isSet = parent.type === "AssignmentExpression" && parent.left === node;
  return isSet || (parent.type === "UnaryExpression" && parent.operator === "delete");
}

/** `Deno.env.get` */
function isMethod(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent.type === "CallExpression" && unwrap(childOf(parent, "callee")) === node;
}

function named(name: string, node: SyntaxNode): Found {
  return { name, opaque: null, span: spanOf(node) };
}

function constantName(place: Place, analysis: Analysis): Found {
  const name = analysis.constant(place);
  if (name !== null) return named(name, place.node);
  const { start, end } = spanOf(place.node);
  const written = place.module.source.text.slice(start, end);
  return { name: null, opaque: `\`${written}\` is worked out when it runs`, span: { start, end } };
}

/** `const { KEY, OTHER: renamed = "" } = process.env` */
function readPattern(
  place: Place,
  pattern: SyntaxNode | null,
  value: SyntaxNode | null,
  analysis: Analysis,
): readonly Found[] {
  if (pattern?.type !== "ObjectPattern" || !value) return [];
  if (!isEnvironmentAt(at(place, value), analysis)) return [];
  return childrenOf(pattern, "properties").map((property) => {
    const key = childOf(property, "key");
    if (!key) {
      return { name: null, opaque: "the rest of the environment is taken", span: spanOf(property) };
    }
    const name =
      property.computed === true ? null : (keyName(property, "key") ?? identifierName(key));
    return name === null ? constantName(at(place, key), analysis) : named(name, key);
  });
}

/** `Deno.env.get("KEY")`, `readEnv("KEY")` */
function readCall(place: Place, analysis: Analysis): readonly Found[] {
  const { receiver, method, args } = callSite(place);
  const [first] = args;
  if (!first) return [];
  if (receiver && method === "get" && isEnvironmentAt(receiver, analysis)) {
    return [constantName(first, analysis)];
  }
  return args.flatMap((argument, index) => {
    const name = variableName(argument, analysis);
    return name !== null && readsParameter(place, index, analysis)
      ? [named(name, argument.node)]
      : [];
  });
}

const variable = /^[A-Z][A-Z\d_]*$/u;

/** Only what looks like a variable's name is followed into the function that is called. */
function variableName(argument: Place, analysis: Analysis): string | null {
  const node = unwrap(argument.node) ?? argument.node;
  const { type } = node;
  if (
    type !== "Literal" &&
    type !== "Identifier" &&
    type !== "MemberExpression" &&
    type !== "TemplateLiteral"
  ) {
    return null;
  }
  const written = keyName(node, "property") ?? identifierName(node);
  if (written !== null && !variable.test(written)) return null;
  const name = analysis.constant(argument);
  return name !== null && variable.test(name) ? name : null;
}
