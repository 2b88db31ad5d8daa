import {
  at,
  childOf,
  childrenOf,
  elementOf,
  identifierName,
  keyName,
  lookUp,
  moduleExportName,
  patternNames,
  unwrap,
  type Analysis,
  type Declaration,
  type Frame,
  type Place,
} from "@domain-isolation/source-facts";

/** Chains longer than this are circular. */
const longest = 40;

/**
 * The expression that an expression stands for: behind constants, arguments of the call, properties
 * of objects, members of enums and imports; itself where nothing is behind it.
 */
export function originOf(place: Place, analysis: Analysis, steps = longest): Place {
  const here = at(place, unwrap(place.node) ?? place.node);
  const next = steps > 0 ? behind(here, analysis, steps - 1) : null;
  return next ? originOf(next, analysis, steps - 1) : here;
}

function behind(place: Place, analysis: Analysis, steps: number): Place | null {
  if (place.node.type === "Identifier") return behindName(place, analysis, steps);
  const object = place.node.type === "MemberExpression" ? childOf(place.node, "object") : null;
  const key = object && memberKey(place, analysis);
  return object && key !== null ? propertyOf(at(place, object), key, analysis, steps) : null;
}

/** The name of a member, also one that is worked out: `types[dialect]`. */
export function memberKey(place: Place, analysis: Analysis): string | null {
  const { node } = place;
  const written = keyName(node, "property");
  const property = node.computed === true ? childOf(node, "property") : null;
  if (written !== null || !property) return written;
  return typeof property.value === "number"
    ? String(property.value)
    : analysis.constant(at(place, property));
}

function behindName(place: Place, analysis: Analysis, steps: number): Place | null {
  const [declaration] = lookUp(identifierName(place.node) ?? "", place.scope);
  if (!declaration) return null;
  switch (declaration.kind) {
    case "import":
      return imported(declaration, place, analysis);
    case "parameter": {
      const given = argumentOf(declaration, place);
      return given && along(given.value, given.path, analysis, steps);
    }
    case "const":
    case "variable":
      return initialOf(declaration, place, analysis, steps);
    default:
      return { ...place, node: declaration.node, scope: declaration.scope };
  }
}

function imported({ imported: origin }: Declaration, { module }: Place, analysis: Analysis) {
  if (!origin || origin.name === "*") return null;
  const target = analysis.world.resolve(module.file, origin.specifier, origin.name);
  return target && "file" in target ? exported(target.file, target.name, analysis) : null;
}

function exported(file: string, name: string, analysis: Analysis): Place | null {
  const module = analysis.module(file);
  const found = module?.exports.named.get(name);
  if (!module || !found) return null;
  if ("specifier" in found) {
    const target = analysis.world.resolve(file, found.specifier, found.name);
    return target && "file" in target && target.file !== file
      ? exported(target.file, target.name, analysis)
      : null;
  }
  const node = "node" in found ? found.node : { type: "Identifier", name: found.local };
  return { node, scope: module.root, module, frame: null };
}

/** Which parameter a name is, with the keys to it in its pattern. */
export interface ParameterOrigin {
  readonly of: Place["node"];
  readonly index: number;
  readonly path: readonly string[] | null;
}

export function parameterOf({ node, scope }: Declaration): ParameterOrigin | null {
  for (const [index, pattern] of childrenOf(scope.node, "params").entries()) {
    const named = patternNames(pattern).find((each) => each.node === node);
    if (named) return { of: scope.node, index, path: named.path };
  }
  return null;
}

/** The call that entered a function, where the frame tells it. */
export function frameOf(of: Place["node"], frame: Frame | null): Frame | null {
  for (let call = frame; call; call = call.outer) if (call.of === of) return call;
  return null;
}

/** What a parameter was given, or its default where the call is known and gives nothing. */
export function argumentOf(
  declaration: Declaration,
  { frame, ...around }: Place,
): { readonly value: Place; readonly path: readonly string[] } | null {
  const parameter = parameterOf(declaration);
  const call = parameter && frameOf(parameter.of, frame);
  if (!parameter?.path || !call) return null;
  const { index, path, of } = parameter;
  const given = call.args[index];
  if (given) return { value: given, path };
  const pattern = childrenOf(of, "params")[index];
  const right = pattern?.type === "AssignmentPattern" ? childOf(pattern, "right") : null;
  return right && { value: { ...around, frame, node: right, scope: declaration.scope }, path };
}

function along(place: Place, path: readonly string[], analysis: Analysis, steps: number) {
  return path.reduce<Place | null>(
    (object, key) => object && propertyOf(object, key, analysis, steps),
    place,
  );
}

/** What a variable is made of. One that is assigned to later stands for nothing certain. */
function initialOf(declaration: Declaration, place: Place, analysis: Analysis, steps: number) {
  const { node, scope, path, iterated } = declaration;
  const element = iterated && elementOf(scope.node, place.frame);
  const init = iterated ? null : childOf(node, "init");
  if (!path || (!element && !init)) return null;
  if (isReassigned(declaration, place)) return null;
  return along(element ?? { ...place, node: init ?? node, scope }, path, analysis, steps);
}

export function isReassigned(declaration: Declaration, { node, module }: Place): boolean {
  if (declaration.kind === "const") return false;
  const name = identifierName(node) ?? "";
  const assigned = module.assignments.get(name) ?? [];
  return assigned.some(({ scope }) => lookUp(name, scope)[0] === declaration);
}

/** The expression of an object's property. */
export function propertyOf(
  object: Place,
  key: string,
  analysis: Analysis,
  steps = longest,
): Place | null {
  const origin = originOf(object, analysis, steps);
  switch (origin.node.type) {
    case "ObjectExpression":
      return (
        analysis.properties(origin)?.entries.findLast((each) => each.key === key)?.value ?? null
      );
    case "TSEnumDeclaration":
      return enumValue(origin, key);
    case "ArrayExpression":
      return /^\d+$/u.test(key) ? (analysis.elements(origin)?.[Number(key)] ?? null) : null;
    default:
      return valueProperty(origin, key, analysis);
  }
}

function enumValue(place: Place, key: string): Place | null {
  const members = childrenOf(childOf(place.node, "body") ?? place.node, "members");
  const member = members.find((each) => moduleExportName(childOf(each, "id")) === key);
  const value = member ? childOf(member, "initializer") : null;
  return value && at(place, value);
}

/** Of a module as a whole, and of an object of one of our classes. */
function valueProperty(object: Place, key: string, analysis: Analysis): Place | null {
  const value = analysis.evaluate(object);
  if (value?.is === "namespace") return exported(value.file, key, analysis);
  const owner = value?.is === "instance" ? value.class : value?.is === "class" ? value.place : null;
  if (!owner) return null;
  const body = childOf(owner.node, "body");
  const member = (body ? childrenOf(body, "body") : []).find(
    (each) => each.type === "PropertyDefinition" && keyName(each, "key") === key,
  );
  const made = member ? childOf(member, "value") : null;
  return made && { ...owner, node: made, scope: owner.module.scopeIn(owner.node) };
}
