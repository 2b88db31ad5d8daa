import { childOf, identifierName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { DataWorld } from "../../modules.js";
import type { Place } from "../../values/place.js";

/** How names of code become names of the database. */
interface Mapping {
  readonly upperCase: boolean;
  readonly underscoreBeforeDigits: boolean;
  readonly underscoreBetweenUppercaseLetters: boolean;
}

const known = new WeakMap<DataWorld, Mapping | null>();

/**
 * What a name of the code is called in the database: another name where the clients of the repository
 * are made with Objection's `knexSnakeCaseMappers()`:
 * https://vincit.github.io/objection.js/recipes/snake-case-to-camel-case-conversion.html
 */
export function storedName(name: string, analysis: Analysis): string {
  let mapping = known.get(analysis.world);
  if (mapping === undefined) known.set(analysis.world, (mapping = readMapping(analysis)));
  return mapping ? snakeCase(name, mapping) : name;
}

/** What tests try out says nothing of the application. */
const ofTests = /(?:^|\/)(?:__tests__|tests?|e2e|spec)\/|[.-](?:spec|test)\.\w+$/u;
const mapper = "knexSnakeCaseMappers";

function readMapping(analysis: Analysis): Mapping | null {
  const files = analysis.world
    .filesWith(/\bknexSnakeCaseMappers\s*\(/u)
    .filter((file) => !ofTests.test(file));
  const calls = files.flatMap((file): readonly Place[] => {
    const module = analysis.module(file);
    const found = module?.calls.filter(({ node }) => {
      const callee = unwrap(childOf(node, "callee"));
      return identifierName(callee && (childOf(callee, "property") ?? callee)) === mapper;
    });
    return module && found
      ? found.map(({ node, scope }) => ({ node, scope, module, frame: null }))
      : [];
  });
  const [first] = calls;
  return first ? mappingOf(first, analysis) : null;
}

function mappingOf(call: Place, analysis: Analysis): Mapping {
  const [options] = callSite(call).args;
  const entries = options ? (analysis.properties(options)?.entries ?? []) : [];
  const isOn = (key: keyof Mapping) =>
    entries.some((entry) => entry.key === key && entry.value.node.value === true);
  return {
    upperCase: isOn("upperCase"),
    underscoreBeforeDigits: isOn("underscoreBeforeDigits"),
    underscoreBetweenUppercaseLetters: isOn("underscoreBetweenUppercaseLetters"),
  };
}

function snakeCase(name: string, mapping: Mapping): string {
  const before = mapping.underscoreBetweenUppercaseLetters
    ? String.raw`(?<=.)`
    : String.raw`(?<=\P{Lu})`;
  const parted = name
    .replace(new RegExp(String.raw`${before}(?=\p{Lu})`, "gu"), "_")
    .replace(mapping.underscoreBeforeDigits ? /(?<=\D)(?=\d)/gu : /(?!)/u, "_");
  return mapping.upperCase ? parted.toUpperCase() : parted.toLowerCase();
}
