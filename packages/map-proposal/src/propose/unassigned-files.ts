import { compilePattern } from "@domain-isolation/model";
import type { ProposedEntry } from "../map-proposal.js";
import type { RepositoryFacts } from "../repository-facts.js";
import { countBy } from "./count-by.js";
import { counted, some } from "./in-words.js";
import { isProductCode } from "./is-product-code.js";

/** Folders are told of down to this depth. */
const depth = 3;
const mostFolders = 15;

/** What is neither a domain's nor shared, by folder, and why. */
export function unassignedFiles(
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
  shared: readonly ProposedEntry[],
): readonly string[] {
  const patterns = shared.map(({ value }) => compilePattern(value));
  const left = facts.files.filter(
    (file) =>
      isProductCode(file) && owner(file) === null && !patterns.some((each) => each.matches(file)),
  );
  const folders = countBy(left, folderOf);
  const lines = folders.slice(0, mostFolders).map(([folder]) => {
    const files = left.filter((file) => folderOf(file) === folder);
    return `${folder === "" ? "." : folder}: ${counted(files.length, "file")}, ${why(files, facts, owner)}`;
  });
  const rest = folders.slice(mostFolders).reduce((sum, [, count]) => sum + count, 0);
  return rest > 0 ? [...lines, `elsewhere: ${counted(rest, "file")}`] : lines;
}

function folderOf(file: string): string {
  return file.split("/").slice(0, -1).slice(0, depth).join("/");
}

function why(
  files: readonly string[],
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): string {
  const targets = files.flatMap((file) =>
    facts.imports(file).flatMap(({ target }) => target ?? []),
  );
  const domains = countBy(targets, owner).map(([domain]) => domain);
  if (domains.length > 0) return `named after no domain, importing ${some(domains, 4)}`;
  return files.some((file) => facts.data(file).handles.length > 0)
    ? "named after no domain, talking to the database"
    : "named after no domain, used by at most one";
}
