import type { DomainMap, DomainSource } from "@domain-isolation/model";
import type { ExportedRules, SetRule } from "./boundary.js";

/** What the map says and rules over single imports can't: sentences for the head of the output. */
export function untranslated(map: DomainMap, rules: ExportedRules): readonly string[] {
  return [
    "What passes through neutral code, a barrel in a shared or unassigned file: only the import itself is judged, not what it binds to.",
    ...symbolRemarks(map),
    ...keyRemarks(map),
    ...exemptionRemarks(map, rules),
    ...levelRemarks(rules),
  ];
}

function symbolRemarks({ source }: DomainMap): readonly string[] {
  return Object.entries(source.domains).flatMap(([domain, { symbols = {} }]) =>
    Object.entries(symbols).map(
      ([file, names]) => `\`symbols\` of ${domain}: ${names.join(", ")} in ${file}`,
    ),
  );
}

/** Keys of a domain that are about more than imports. */
const beyond = [
  "repositories",
  "tables",
  "entities",
  "mayTouch",
  "database",
  "softReferences",
  "env",
  "services",
] as const satisfies readonly (keyof DomainSource)[];

function keyRemarks({ source }: DomainMap): readonly string[] {
  const domains = Object.entries(source.domains);
  return beyond.flatMap((key) => {
    const having = domains.filter(([, domain]) => domain[key] !== undefined).map(([name]) => name);
    return having.length === 0 ? [] : [`\`${key}\` of ${having.join(", ")}, and the rules over it`];
  });
}

function exemptionRemarks({ exemptions }: DomainMap, rules: ExportedRules): readonly string[] {
  const isOurs = (rule: string): rule is keyof ExportedRules => rule in rules;
  const listed = exemptions.filter(({ rule }) => isOurs(rule));
  const others = exemptions.length - listed.length;
  return [
    ...listed.map(({ rule, file, to, until, reason }) => {
      const what = `${file}${to === undefined ? "" : ` to ${to}`}`;
      return `exemption from ${rule}: ${what}${until === undefined ? "" : `, until ${until}`} (${reason})`;
    }),
    ...(others > 0 ? [`${String(others)} exemptions from other rules`] : []),
    "exemptions that stand in comments of the code",
  ];
}

function levelRemarks(rules: ExportedRules): readonly string[] {
  return Object.entries(rules).flatMap(([name, { level, options }]: [string, SetRule]) => {
    if (level === "off") return [`${name}, which is off`];
    return options.typeOnly === "allow"
      ? [`${name} lets types through name by name: here a whole statement is for types or it isn't`]
      : [];
  });
}
