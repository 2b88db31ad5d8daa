import type { RepositoryFacts } from "../repository-facts.js";
import { isTestFile } from "./is-product-code.js";

/** A table that somebody declares, creates or uses, with all that is known of it. */
export interface TableEvidence {
  readonly name: string;
  /** The first name that code has for it. */
  readonly entity: string | null;
  /** The files that declare its entity. */
  readonly declaredIn: readonly string[];
  /** The folders of migrations that create it. */
  readonly createdIn: readonly string[];
  /** How often each file writes and reads it. */
  readonly uses: ReadonlyMap<string, TableUses>;
}

export interface TableUses {
  writes: number;
  reads: number;
}

interface Draft {
  entity: string | null;
  declaredIn: string[];
  createdIn: string[];
  uses: Map<string, TableUses>;
}

/** Every table of a repository, sorted by name; what only tests touch is left out. */
export function tablesOf(facts: RepositoryFacts): readonly TableEvidence[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string) => {
    const draft = drafts.get(name) ?? newDraft();
    drafts.set(name, draft);
    return draft;
  };
  for (const { folder, tables } of facts.trees) {
    for (const name of tables) draftOf(name).createdIn.push(folder);
  }
  for (const file of [...facts.schemas, ...facts.files]) {
    if (isTestFile(file)) continue;
    const { entities, statements } = facts.data(file);
    for (const { table, name } of entities) declare(draftOf(table), file, name);
    for (const { name, entity, access } of statements.flatMap(({ tables }) => tables)) {
      const draft = draftOf(name);
      draft.entity ??= entity;
      const uses = draft.uses.get(file) ?? { writes: 0, reads: 0 };
      draft.uses.set(file, uses);
      uses[access === "read" ? "reads" : "writes"] += 1;
    }
  }
  return [...drafts]
    .map(([name, draft]) => ({ name, ...draft }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function newDraft(): Draft {
  return { entity: null, declaredIn: [], createdIn: [], uses: new Map() };
}

function declare(draft: Draft, file: string, entity: string): void {
  draft.entity ??= entity;
  if (!draft.declaredIn.includes(file)) draft.declaredIn.push(file);
}
