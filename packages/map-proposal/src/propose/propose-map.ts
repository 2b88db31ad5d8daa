import { compilePattern } from "@domain-isolation/model";
import type { DomainProposal, MapProposal, ProposedMigrations } from "../map-proposal.js";
import type { MigrationTreeFacts, RepositoryFacts } from "../repository-facts.js";
import { assignEnv } from "./assign-env.js";
import { assignTables, type TableAssignment } from "./assign-tables.js";
import { countBy } from "./count-by.js";
import { claimFiles } from "./claim-files.js";
import { filePatterns, literal, type Claims } from "./file-patterns.js";
import type { Candidates } from "./find-domains.js";
import { findRepositories } from "./find-repositories.js";
import { findShared } from "./find-shared.js";
import { claimOn } from "./grouping.js";
import { ignorePatterns } from "./ignore-patterns.js";
import { importEvidence } from "./import-evidence.js";
import { counted, percent, some } from "./in-words.js";
import { isProductCode } from "./is-product-code.js";
import { publicEntries } from "./public-entries.js";
import { tablesOf } from "./tables-of.js";
import { testPatterns } from "./test-patterns.js";
import { headOf } from "./topics.js";
import { unassignedFiles } from "./unassigned-files.js";

/** Tables of nobody that are told of one by one. */
const mostTables = 30;

/** Everything that the parts of a proposal are worked out from. */
interface Draft {
  readonly facts: RepositoryFacts;
  readonly candidates: Candidates;
  readonly claims: Claims;
  readonly tables: TableAssignment;
  readonly env: ReturnType<typeof assignEnv>;
  readonly owner: (file: string) => string | null;
}

/** Fills domains with all that is theirs, says why, and what stays with nobody. */
export function proposeMap(repository: RepositoryFacts, candidates: Candidates): MapProposal {
  const ignore = ignorePatterns(repository.files);
  const facts = withoutIgnored(repository, ignore);
  const draft = draftOf(facts, candidates);
  const { owner, env, tables } = draft;
  const names = [...new Set(candidates.domainOf.values())];
  const proposals = names.map((name) => proposeDomain(name, draft));
  const domains = proposals.filter(({ files }) => files.length > 0);
  const shared = findShared({ facts, owner });
  return {
    domains: domains.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    shared: { files: shared, env: env.shared },
    ignore,
    tests: testPatterns(facts.files),
    remarks: [
      ...unassignedFiles(facts, owner, shared),
      ...unownedTrees(draft),
      ...listed(tables.unassigned),
      ...(env.unassigned.length > 0
        ? [`variables that code of no domain reads: ${env.unassigned.join(", ")}`]
        : []),
    ],
  };
}

/** Nothing is proposed for what the map ignores. */
function withoutIgnored(facts: RepositoryFacts, ignore: readonly string[]): RepositoryFacts {
  const patterns = ignore.map((pattern) => compilePattern(pattern));
  const isRead = (file: string) => !patterns.some(({ matches }) => matches(file));
  return { ...facts, files: facts.files.filter(isRead) };
}

function draftOf(facts: RepositoryFacts, candidates: Candidates): Draft {
  const all = [...facts.files, ...facts.schemas].sort();
  const claims = claimFiles(all, facts, candidates);
  const owner = (file: string) => claims.get(file)?.domain ?? null;
  const tables = assignTables({
    tables: tablesOf(facts),
    fileOwner: (path) =>
      owner(path) ?? claimOn(path, candidates.topics, candidates)?.domain ?? null,
    namedAfter: (phrase) => candidates.domainOf.get(headOf(phrase, candidates.topics)) ?? null,
  });
  return { facts, candidates, claims, tables, owner, env: assignEnv(facts, owner) };
}

function proposeDomain(name: string, draft: Draft): DomainProposal {
  const { facts, claims, owner, tables, env } = draft;
  const own = facts.files.filter((file) => owner(file) === name);
  const open = publicEntries(name, facts, owner);
  const repositories = findRepositories(own, facts);
  const starts = facts.packages.flatMap(({ entrypoints }) => entrypoints);
  return {
    name,
    evidence: [
      ...evidence(name, own, draft),
      ...[open.remark, repositories.remark].flatMap((remark) => remark ?? []),
    ],
    files: filePatterns(name, claims),
    public: open.entries,
    repositories: repositories.entries,
    entrypoints: [...new Set(starts)]
      .filter((file) => owner(file) === name)
      .map((file) => ({ value: literal(file), note: null })),
    tables: tables.byDomain.get(name) ?? [],
    env: env.byDomain.get(name) ?? [],
    migrations: facts.trees.flatMap((tree) => migrationsOf(name, tree, draft)),
    mayUse: null,
  };
}

function evidence(name: string, own: readonly string[], draft: Draft): readonly string[] {
  const { facts, candidates, owner } = draft;
  const product = facts.files.filter(isProductCode);
  const share = percent(own.filter(isProductCode).length, product.length);
  const parts = [...candidates.domainOf].flatMap(([topic, domain]) =>
    domain === name ? [topic] : [],
  );
  return [
    `${counted(own.length, "file")}, ${share} of the code, about ${some(parts, 8)}`,
    importEvidence(name, own, facts, owner),
  ];
}

/** A tree is a domain's where nearly all that it creates is, or most, and it bears its name. */
function migrationsOf(
  name: string,
  tree: MigrationTreeFacts,
  { tables, candidates }: Draft,
): readonly ProposedMigrations[] {
  const own = tree.tables.filter((table) => tables.ownerOf(table) === name).length;
  const isNamed = claimOn(tree.folder, candidates.topics, candidates)?.domain === name;
  const share = isNamed ? 2 : 10 / 9;
  if (own === 0 || own * share < tree.tables.length) return [];
  const note = `${String(own)} of the ${counted(tree.tables.length, "table")} that it makes are here`;
  return [{ path: literal(tree.folder), format: tree.format, note }];
}

function unownedTrees(draft: Draft): readonly string[] {
  const names = [...new Set(draft.candidates.domainOf.values())];
  return draft.facts.trees.flatMap((tree) => {
    if (names.some((name) => migrationsOf(name, tree, draft).length > 0)) return [];
    const owners = countBy(tree.tables, (table) => draft.tables.ownerOf(table));
    const files = `${tree.folder} (${tree.format}, ${counted(tree.files.length, "file")})`;
    const whose = some(
      owners.map(([owner, count]) => `${owner} ${String(count)}`),
      4,
    );
    return [
      owners.length === 0
        ? `migrations ${files}: no table of a domain is known to be made there`
        : `migrations ${files}: they make tables of several (${whose}), so they are nobody's until they are split`,
    ];
  });
}

function listed(tables: readonly string[]): readonly string[] {
  const shown = tables.slice(0, mostTables).map((line) => `table ${line}`);
  const rest = tables.slice(mostTables).map((line) => line.slice(0, line.indexOf(":")));
  return rest.length > 0 ? [...shown, `tables of nobody, too: ${rest.join(", ")}`] : shown;
}
