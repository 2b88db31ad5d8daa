import type { Migration } from "../../trees/tree.js";

export interface Changeset {
  readonly migration: Migration;
}

/** As Liquibase prints it: what tells a changeset is its file, its id and its author. */
export function changesetId(file: string, id: string, author: string): string {
  return `${file}::${id}::${author}`;
}
