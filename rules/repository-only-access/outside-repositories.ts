import type {
  DataFacts,
  DomainMap,
  FileContext,
  HandleFact,
  StatementFact,
} from "@domain-isolation/model";
import { isPermitted, ownedUses } from "../owned-uses.js";

/** Repositories, migrations, tests, and the file that makes the client. */
export function mayTalkToDatabase(
  file: string,
  { facts, map }: Pick<FileContext, "facts" | "map">,
): boolean {
  const roles = ["repository", "migration", "test"] as const;
  return roles.some((role) => map.hasRole(file, role)) || facts.data(file).handles.some(isMade);
}

function isMade({ role, source }: HandleFact): boolean {
  return role === "client" && source === "constructed";
}

/**
 * The statements of a file that a repository should make. One that only touches what another domain
 * owns is no such: it crosses, and no repository of this domain would put it right. Those that touch
 * no table, `BEGIN` say, go with the others; alone, the first stands for all.
 */
export function looseStatements(
  { statements }: DataFacts,
  from: string,
  map: DomainMap,
): readonly StatementFact[] {
  const loose = statements.filter((statement) => {
    const uses = ownedUses(statement, map);
    const isCrossing = uses.length > 0 && uses.length === statement.tables.length;
    return !isCrossing || uses.some((use) => isPermitted(use, from, map));
  });
  const touching = loose.filter(({ tables, opaque }) => tables.length > 0 || opaque !== null);
  return touching.length > 0 ? touching : loose.slice(0, 1);
}

/** The handles of a file that makes no statement of its own; entrypoints put programs together. */
export function looseHandles(
  { handles, statements }: DataFacts,
  file: string,
  map: DomainMap,
): readonly HandleFact[] {
  if (statements.length > 0 || map.hasRole(file, "entrypoint")) return [];
  return handles.filter(({ source }) => source !== "transaction");
}
