import { emptyDomain, type DomainProposal, type MapProposal } from "../map-proposal.js";
import { literal } from "../propose/file-patterns.js";
import { finishImport } from "./finish-import.js";
import { foldersOf } from "./folders-of.js";

/** A rule of `forbidden`; regular expressions as texts. */
export interface CruiserRule {
  readonly name: string;
  readonly from: CruiserSide;
  readonly to: CruiserSide;
  /** Conditions of either side that are not about paths: `circular`, `dependencyTypes`. */
  readonly others: readonly string[];
}

export interface CruiserSide {
  readonly path: string | null;
  readonly pathNot: string | null;
}

/** What a rule means between folders. */
interface Ban {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The only files that may be imported all the same: `index.ts`. */
  readonly entry: string | null;
}

/** The folders between which rules forbid imports become domains. */
export function mapFromDependencyCruiser(
  rules: readonly CruiserRule[],
  files: readonly string[],
): MapProposal {
  const bans: Ban[] = [];
  const remarks: string[] = [];
  for (const rule of rules) {
    const ban = banOf(rule, files);
    if (ban === null) remarks.push(`the rule ${rule.name} ${whyNot(rule)}, and is not translated`);
    else bans.push(ban);
  }
  const folders = outermost([...new Set(bans.flatMap(({ from, to }) => [...from, ...to]))], files);
  const names = namesOf(folders);
  const domains = folders.map((folder): DomainProposal => {
    const entries = entriesOf(folder, bans, files);
    const banned = new Set(
      bans
        .filter(({ from, entry }) => entry === null && from.includes(folder))
        .flatMap(({ to }) => to),
    );
    const allowed = folders.filter((other) => other !== folder && !banned.has(other));
    return {
      ...emptyDomain(names.get(folder) ?? folder),
      files: [{ value: `${literal(folder)}/**`, note: null }],
      public: entries.map((value) => ({ value, note: null })),
      mayUse: banned.size === 0 ? null : allowed.map((other) => names.get(other) ?? other),
    };
  });
  return finishImport(domains, [], remarks);
}

/** Where one rule says it of one folder, others may say it of a folder in it: both stay apart. */
function outermost(folders: readonly string[], files: readonly string[]): readonly string[] {
  return folders.filter((folder) => files.some((file) => file.startsWith(`${folder}/`))).sort();
}

function banOf({ from, to, others }: CruiserRule, files: readonly string[]): Ban | null {
  if (others.length > 0 || from.path === null || from.pathNot !== null || to.path === null) {
    return null;
  }
  const except = to.pathNot ?? "";
  const entry = entryOf(except);
  const isOwnExcepted = `${to.path}${except}`.includes("$1");
  if (except !== "" && !isOwnExcepted && entry === null) return null;
  const sources = foldersOf(from.path, files);
  const targets = isOwnExcepted ? sources : foldersOf(to.path, files);
  return sources === null || targets === null ? null : { from: sources, to: targets, entry };
}

/** The name of the file that a `pathNot` leaves open: `index.ts`. */
function entryOf(pathNot: string): string | null {
  return /(?:^|[/|(])((?:index|public|api)(?:\\?\.(?:\(?[jt]sx?\)?))?)/u.exec(pathNot)?.[1] ?? null;
}

/** Everything of a folder may be imported by those that are allowed to, unless a rule names an entry. */
function entriesOf(
  folder: string,
  bans: readonly Ban[],
  files: readonly string[],
): readonly string[] {
  const [entry] = bans.flatMap(({ to, entry: name }) =>
    to.includes(folder) && name !== null ? [name.replace(/\\?\..*$/u, "")] : [],
  );
  if (entry === undefined) return [`${literal(folder)}/**`];
  const below = files.filter((file) => file.startsWith(`${folder}/`));
  return below
    .filter((file) => /^[^/]+$/u.test(file.slice(folder.length + 1)))
    .filter((file) => file.slice(folder.length + 1).startsWith(`${entry}.`))
    .map(literal);
}

/** The last name of a folder, or all of it where two end alike. */
function namesOf(folders: readonly string[]): ReadonlyMap<string, string> {
  const last = (folder: string) => folder.slice(folder.lastIndexOf("/") + 1);
  return new Map(
    folders.map((folder) => {
      const isAlone = folders.filter((other) => last(other) === last(folder)).length === 1;
      const name = isAlone ? last(folder) : folder.replaceAll("/", "-");
      return [folder, name === "shared" ? `${name}-code` : name];
    }),
  );
}

function whyNot({ from, to, others }: CruiserRule): string {
  if (others.length > 0) return `is about ${others.join(", ")}`;
  if (from.path === null || to.path === null) return "holds for all files on one side";
  return "has paths that are no folders";
}
