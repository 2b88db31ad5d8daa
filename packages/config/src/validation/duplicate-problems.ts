import { compilePattern, type MapProblem } from "@domain-isolation/model";
import type { PlacedText } from "./lenient.js";
import type { ExemptionOutline, MapOutline } from "./map-outline.js";
import { patternProblem } from "./pattern-problem.js";

/** Entries that stand twice in one list. */
export function duplicateProblems(map: MapOutline): readonly MapProblem[] {
  const { domains, shared, ignore, tests, exemptions } = map;
  const owners = [shared, ...domains];
  const patterns = [ignore, tests, ...owners.flatMap(({ files }) => files)];
  const names = [
    ...owners.flatMap(({ tables, env }) => [tables, env]),
    ...domains.flatMap(({ mayUse, entities, services, migrations }) => [
      mayUse,
      entities,
      services,
      migrations,
    ]),
    ...domains.flatMap(({ mayTouch }) => Object.values(mayTouch)),
    ...domains.flatMap(({ symbols }) => symbols.map((symbol) => symbol.names)),
  ];
  return [
    ...patterns.flatMap((list) => repeated(list.filter(isSound), patternIdentity)),
    ...names.flatMap((list) => repeated(list, (text) => text)),
    ...repeatedExemptions(exemptions),
  ];
}

/** What is wrong by itself can't be compared. */
function isSound({ text }: PlacedText): boolean {
  return patternProblem(text) === null;
}

function patternIdentity(pattern: string): string {
  return compilePattern(pattern).identity;
}

function repeated(
  list: readonly PlacedText[],
  identity: (text: string) => string,
): readonly MapProblem[] {
  return list.flatMap(({ text, path }, index) => {
    const first = list.slice(0, index).find((other) => identity(other.text) === identity(text));
    if (!first) return [];
    const said =
      first.text === text
        ? `\`${text}\` is listed twice`
        : `\`${text}\` says the same as \`${first.text}\``;
    return [{ path, message: `${said}; remove one of them` }];
  });
}

function repeatedExemptions(exemptions: readonly ExemptionOutline[]): readonly MapProblem[] {
  const identities = exemptions.map(({ rule, file, to }) =>
    rule.length > 0 && file.length > 0
      ? JSON.stringify([rule, file, to].map(([first]) => first?.text))
      : null,
  );
  return exemptions.flatMap(({ path }, index) => {
    const identity = identities[index];
    if (identity === null || identity === undefined) return [];
    return identities.indexOf(identity) < index
      ? [{ path, message: "this exemption stands above already; remove one of them" }]
      : [];
  });
}
