import type { FileContext, FindingData, StatementFact } from "@domain-isolation/model";

/** A repository that works with one of the statement's tables already; null without one. */
export function repositoryOf(
  { tables }: StatementFact,
  from: string,
  { facts, map }: Pick<FileContext, "facts" | "map">,
): FindingData | null {
  for (const { name } of tables) {
    const repository = facts.offering(from, name);
    if (repository !== null && map.hasRole(repository, "repository")) return { repository, name };
  }
  return null;
}
