import type { ProposedEntry } from "../map-proposal.js";
import type { RepositoryFacts } from "../repository-facts.js";
import { literal } from "./file-patterns.js";
import { counted } from "./in-words.js";
import { isTestFile } from "./is-product-code.js";

export interface Repositories {
  readonly entries: readonly ProposedEntry[];
  readonly remark: string | null;
}

/** More single files than these are no list that anybody would read. */
const mostFiles = 12;

/** How teams name the files in which the queries stand. */
const conventional =
  /(?:^|\/)(?:repositor(?:y|ies)|dao|daos|queries|stores?)\/|(?:[-._](?:repository|repo|dao|store|queries)|Repository|Dao|Store)\.[cm]?[jt]s$/u;

/** The files of a domain that talk to the database, where they are few or are called alike. */
export function findRepositories(files: readonly string[], facts: RepositoryFacts): Repositories {
  const talking = files.filter(
    (file) => !isTestFile(file) && facts.data(file).statements.length > 0,
  );
  if (talking.length === 0) return { entries: [], remark: null };
  const named = talking.filter((file) => conventional.test(file));
  const chosen = named.length * 5 >= talking.length * 4 ? named : talking;
  if (chosen.length > mostFiles || chosen.length * 2 > files.length) {
    const count = `${counted(talking.length, "file")} of ${String(files.length)}`;
    return { entries: [], remark: `no repositories proposed: ${count} hold statements` };
  }
  const entries = chosen.map((file) => {
    const { length } = facts.data(file).statements;
    return { value: literal(file), note: counted(length, "statement") };
  });
  return { entries, remark: null };
}
