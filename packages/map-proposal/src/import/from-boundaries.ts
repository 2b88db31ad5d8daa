import { emptyDomain, type DomainProposal, type MapProposal } from "../map-proposal.js";
import { finishImport } from "./finish-import.js";

/** An entry of `boundaries/elements`. */
export interface BoundariesElement {
  readonly type: string;
  readonly patterns: readonly string[];
  readonly mode: "folder" | "file" | "full";
  readonly captures: readonly string[];
}

/** The options of `boundaries/element-types`, as far as they are about types alone. */
export interface BoundariesRules {
  readonly isAllowedByDefault: boolean;
  /** In their order: a later one overrules an earlier one. */
  readonly rules: readonly {
    readonly from: readonly string[];
    readonly allow: readonly string[];
    readonly disallow: readonly string[];
  }[];
  /** What was said and is not translated: clauses. */
  readonly remarks: readonly string[];
}

/** Each type of element becomes a domain; it keeps nothing private, as boundaries knows no entry. */
export function mapFromBoundaries(
  elements: readonly BoundariesElement[],
  rules: BoundariesRules,
): MapProposal {
  const types = [...new Set(elements.map(({ type }) => type))];
  const isShared = (type: string) => /^(?:shared|common|lib|utils?)$/u.test(type);
  const owned = types.filter((type) => !isShared(type));
  const patterns = (type: string) =>
    elements
      .filter((element) => element.type === type)
      .flatMap((element) => element.patterns.map((pattern) => patternOf(pattern, element)))
      .map((value) => ({ value, note: null }));
  const domains = owned.map((type): DomainProposal => ({
    ...emptyDomain(type),
    files: patterns(type),
    public: patterns(type),
    mayUse: mayUse(type, owned, rules),
  }));
  const captured = elements.filter(({ captures }) => captures.length > 0);
  return finishImport(domains, types.filter(isShared).flatMap(patterns), [
    ...rules.remarks,
    ...captured.map(
      ({ type, captures }) =>
        `${type} has captures (${captures.join(", ")}): make a domain of each folder, if each has its owner`,
    ),
  ]);
}

/** A pattern of boundaries is read from the right, one of the map from the root. */
function patternOf(pattern: string, { mode }: BoundariesElement): string {
  const plain = pattern.replace(/^\.\//u, "").replace(/\/+$/u, "");
  if (mode === "full") return plain;
  const anchored = plain.startsWith("**/") || /^(?:src|apps|packages|libs)\//u.test(plain);
  const placed = anchored ? plain : `**/${plain}`;
  return mode === "file" || placed.endsWith("/**") ? placed : `${placed}/**`;
}

function mayUse(
  type: string,
  types: readonly string[],
  { isAllowedByDefault, rules }: BoundariesRules,
): readonly string[] | null {
  const matches = (names: readonly string[], name: string) =>
    names.includes("*") || names.includes(name);
  const own = rules.filter(({ from }) => matches(from, type));
  const allowed = types.filter((other) =>
    own.reduce((isAllowed, { allow, disallow }) => {
      if (matches(disallow, other)) return false;
      return matches(allow, other) ? true : isAllowed;
    }, isAllowedByDefault),
  );
  const others = allowed.filter((other) => other !== type);
  return others.length === types.length - 1 ? null : others;
}
