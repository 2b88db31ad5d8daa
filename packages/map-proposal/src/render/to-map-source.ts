import type { DomainSource, MapSource } from "@domain-isolation/model";
import type { DomainProposal, MapProposal, ProposedEntry } from "../map-proposal.js";

/** The map of a proposal, without what speaks for it. */
export function toMapSource({ domains, shared, ignore, tests }: MapProposal): MapSource {
  return {
    domains: Object.fromEntries(domains.map((domain) => [domain.name, domainSource(domain)])),
    ...(shared.files.length + shared.env.length > 0
      ? { shared: { ...list("files", shared.files), ...list("env", shared.env) } }
      : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(tests.length > 0 ? { tests } : {}),
  };
}

function domainSource(domain: DomainProposal): DomainSource {
  const { mayUse, migrations } = domain;
  return {
    ...list("files", domain.files),
    ...list("public", domain.public),
    ...list("repositories", domain.repositories),
    ...list("entrypoints", domain.entrypoints),
    ...(mayUse === null ? {} : { mayUse }),
    ...list("tables", domain.tables),
    ...(migrations.length > 0
      ? { migrations: migrations.map(({ path, format }) => ({ path, format })) }
      : {}),
    ...list("env", domain.env),
  };
}

function list<Key extends string>(
  key: Key,
  entries: readonly ProposedEntry[],
): Partial<Record<Key, readonly string[]>> {
  const lists: Partial<Record<string, readonly string[]>> = {};
  if (entries.length > 0) lists[key] = entries.map(({ value }) => value);
  return lists;
}
