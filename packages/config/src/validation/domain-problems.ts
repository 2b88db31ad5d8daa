import type { MapProblem } from "@domain-isolation/model";
import { didYouMean } from "./did-you-mean.js";
import type { PlacedText } from "./lenient.js";
import type { DomainOutline, MapOutline } from "./map-outline.js";

/** Names of domains: those that are given, and those that `mayUse` and the exemptions mention. */
export function domainProblems(map: MapOutline): readonly MapProblem[] {
  const names = map.domains.map(({ name }) => name);
  return [
    ...map.domains.flatMap(nameProblems),
    ...map.domains.flatMap((domain) =>
      domain.mayUse.flatMap((used) => useProblems(domain.name, used, names)),
    ),
    ...map.domains.flatMap(({ softReferences }) =>
      softReferences.flatMap(({ text, path }) =>
        unknownDomain({ text: text.split(".")[0] ?? "", path }, names),
      ),
    ),
    ...map.exemptions.flatMap(({ to }) => to.flatMap((used) => unknownDomain(used, names))),
  ];
}

function nameProblems({ name, path }: DomainOutline): readonly MapProblem[] {
  if (name === "shared") {
    const message =
      "`shared` is not a domain but what belongs to none; move it beside `domains`, or rename it";
    return [{ path, message, atKey: true }];
  }
  if (["__proto__", "constructor", "prototype"].includes(name) || name.trim() !== name || !name) {
    return [{ path, message: `\`${name}\` can't be the name of a domain; rename it`, atKey: true }];
  }
  return [];
}

function useProblems(
  domain: string,
  { text, path }: PlacedText,
  names: readonly string[],
): readonly MapProblem[] {
  if (text === domain) {
    const message = `${domain} may always use itself; remove it from its \`mayUse\``;
    return [{ path, message }];
  }
  if (text === "shared") {
    const message = "every domain may use shared code; remove `shared` from `mayUse`";
    return [{ path, message }];
  }
  return unknownDomain({ text, path }, names);
}

export function unknownDomain(
  { text, path }: PlacedText,
  names: readonly string[],
): readonly MapProblem[] {
  if (names.includes(text)) return [];
  return [{ path, message: `\`${text}\` is not a domain; ${didYouMean(text, names, "domains")}` }];
}
