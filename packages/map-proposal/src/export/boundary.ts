import type { DomainMap, Level, RuleOptions } from "@domain-isolation/model";
import type { ClaimedPath } from "./claimed-paths.js";

/** How the map sets a rule. */
export interface SetRule {
  readonly level: Level;
  readonly options: RuleOptions;
}

/** The rules over imports that other tools know too. */
export interface ExportedRules {
  readonly "no-cross-domain-import": SetRule;
  readonly "shared-stays-neutral": SetRule;
}

/** Whose code may not import whose. */
export interface Boundary {
  /** Null for shared code. */
  readonly from: string | null;
  readonly to: string;
  /** Whether the public entry may be imported all the same. */
  readonly isEntryOpen: boolean;
  readonly rule: SetRule & { readonly name: keyof ExportedRules };
}

/** The boundaries of a map between those that have files, without those whose rule is off. */
export function boundariesOf(
  map: DomainMap,
  rules: ExportedRules,
  paths: readonly ClaimedPath[],
): readonly Boundary[] {
  const owners = new Set(paths.map(({ domain }) => domain));
  const domains = map.domains.filter((domain) => owners.has(domain));
  const crossing = { name: "no-cross-domain-import", ...rules["no-cross-domain-import"] } as const;
  const neutral = { name: "shared-stays-neutral", ...rules["shared-stays-neutral"] } as const;
  const between = domains.flatMap((from) =>
    domains.flatMap((to): readonly Boundary[] => {
      const verdict = map.crossing(from, to, noPublicFile);
      if (verdict === "legal") return [];
      const isEntryOpen = verdict === "private" && map.publicEntries(to).length > 0;
      return [{ from, to, isEntryOpen, rule: crossing }];
    }),
  );
  const fromShared = owners.has(null)
    ? domains.map((to): Boundary => ({ from: null, to, isEntryOpen: false, rule: neutral }))
    : [];
  return [...between, ...fromShared].filter(({ rule }) => rule.level !== "off");
}

/** A path that no pattern matches. */
const noPublicFile = "";

/** How shared code is called where domains are called by their names; no domain may have this name. */
export const sharedName = "shared";

export function nameOf(owner: string | null): string {
  return owner ?? sharedName;
}

/** What a boundary says, in a sentence. */
export function sentenceOf({ from, to, isEntryOpen }: Boundary): string {
  if (isEntryOpen) return `${nameOf(from)} code imports ${to} only through its public entry`;
  return `${nameOf(from)} code doesn't import ${to}`;
}

export function letsTestsPass({ rule }: Boundary): boolean {
  return rule.options.tests === "allow";
}
