import type { RepositoryFacts } from "../repository-facts.js";

/** Whether a file holds a handle, makes statements or declares a table. */
export function touchesData(facts: RepositoryFacts, file: string): boolean {
  const { handles, statements, entities } = facts.data(file);
  return handles.length + statements.length + entities.length > 0;
}
