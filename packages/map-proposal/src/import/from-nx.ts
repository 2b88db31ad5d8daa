import { emptyDomain, type DomainProposal, type MapProposal } from "../map-proposal.js";
import { literal } from "../propose/file-patterns.js";
import { countBy } from "../propose/count-by.js";
import { finishImport } from "./finish-import.js";

/** A project.json, as far as it matters. */
export interface NxProject {
  readonly name: string;
  /** Its folder, relative to the root. */
  readonly folder: string;
  readonly tags: readonly string[];
  /** The file through which others import it; null where there is none. */
  readonly entry: string | null;
}

/** An entry of `depConstraints`. */
export interface NxConstraint {
  readonly sourceTag: string | null;
  readonly onlyDependOnLibsWithTags: readonly string[];
  /** Keys that are not translated. */
  readonly others: readonly string[];
}

/**
 * The tags of one kind, `scope:users`, are the domains; the most used kind is taken. Projects of
 * `scope:shared` are shared.
 */
export function mapFromNx(
  projects: readonly NxProject[],
  constraints: readonly NxConstraint[],
): MapProposal {
  const kind = countBy(
    projects.flatMap(({ tags }) => tags),
    (tag) => /^(?!type:|npm:|platform:|layer:)([^:]+):/u.exec(tag)?.[1] ?? null,
  )[0]?.[0];
  const domainOf = ({ name, tags }: NxProject): string | null =>
    kind === undefined ? name : tagName(tags, kind);
  const names = [...new Set(projects.flatMap((project) => domainOf(project) ?? []))].sort();
  const owned = names.filter((name) => !isShared(name));
  const domains = owned.map((name) =>
    translate(
      name,
      projects.filter((project) => domainOf(project) === name),
      {
        mayUse: kind === undefined ? null : mayUse(name, kind, constraints, owned),
      },
    ),
  );
  const shared = projects
    .filter((project) => isShared(domainOf(project) ?? ""))
    .map(({ folder, name }) => ({ value: `${literal(folder)}/**`, note: name }));
  return finishImport(domains, shared, remarksOn(projects, constraints, kind));
}

function translate(
  name: string,
  projects: readonly NxProject[],
  { mayUse: uses }: Pick<DomainProposal, "mayUse">,
): DomainProposal {
  return {
    ...emptyDomain(name),
    files: projects.map((each) => ({ value: `${literal(each.folder)}/**`, note: each.name })),
    public: projects.flatMap(({ entry }) =>
      entry === null ? [] : [{ value: literal(entry), note: null }],
    ),
    mayUse: uses,
  };
}

/** The domains that all constraints on a domain allow; null where none says anything. */
function mayUse(
  name: string,
  kind: string,
  constraints: readonly NxConstraint[],
  domains: readonly string[],
): readonly string[] | null {
  const own = constraints.filter(({ sourceTag }) => sourceTag === `${kind}:${name}`);
  const lists = own.map(({ onlyDependOnLibsWithTags: tags }) =>
    tags.includes("*") ? domains : domains.filter((other) => tags.includes(`${kind}:${other}`)),
  );
  const [first, ...rest] = lists;
  if (!first) return null;
  const common = first.filter((domain) => rest.every((list) => list.includes(domain)));
  const others = common.filter((domain) => domain !== name);
  return others.length === domains.length - 1 ? null : others;
}

function tagName(tags: readonly string[], kind: string): string | null {
  const tag = tags.find((each) => each.startsWith(`${kind}:`));
  return tag === undefined ? null : tag.slice(kind.length + 1);
}

function isShared(name: string): boolean {
  return /^(?:shared|common|util|utils|core)$/u.test(name);
}

function remarksOn(
  projects: readonly NxProject[],
  constraints: readonly NxConstraint[],
  kind: string | undefined,
): readonly string[] {
  const untagged = projects.filter(
    ({ tags }) => kind !== undefined && tagName(tags, kind) === null,
  );
  const untranslated = constraints.filter(
    ({ sourceTag, others }) =>
      others.length > 0 ||
      (sourceTag !== "*" && !(kind !== undefined && sourceTag?.startsWith(`${kind}:`))),
  );
  return [
    ...(kind === undefined ? ["no tags tell domains apart, so each project is one"] : []),
    ...untagged.map(({ name, folder }) => `${name} (${folder}) has no tag ${kind ?? ""}:…`),
    ...untranslated.map(
      ({ sourceTag, others }) =>
        `the constraint on ${sourceTag ?? "several tags"}${others.length > 0 ? ` (${others.join(", ")})` : ""} is not about domains, and is not translated`,
    ),
  ];
}
