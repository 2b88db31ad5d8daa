import type { RepositoryFacts } from "../repository-facts.js";
import type { Claims } from "./file-patterns.js";
import { isProductCode } from "./is-product-code.js";
import { touchesData } from "./touches-data.js";
import { phraseOf } from "./phrase-of.js";

/**
 * The packages of a workspace that serve the others: several domains import them, they import nothing
 * but one another, and hold no data. What is in them is nobody's, whatever its files are called.
 */
export function libraryPackages(
  facts: RepositoryFacts,
  claims: Claims,
  domainOf: ReadonlyMap<string, string>,
): (file: string) => boolean {
  const folders = facts.packages.map(({ folder }) => folder).filter((folder) => folder !== "");
  const packageOf = innermost(folders, facts.files);
  const needs = needsBetween(facts, packageOf);
  const isUsed = (folder: string) => {
    const users = needs.flatMap(({ file, to }) =>
      to === folder ? (claims.get(file)?.domain ?? []) : [],
    );
    return new Set(users).size >= 2;
  };
  const withData = new Set(
    facts.files
      .filter((file) => isProductCode(file) && touchesData(facts, file))
      .map((file) => packageOf.get(file)),
  );
  const candidates = new Set(
    folders.filter(
      (folder) => !domainOf.has(phraseOfLast(folder)) && !withData.has(folder) && isUsed(folder),
    ),
  );
  dropDependents(candidates, needs);
  return (file) => candidates.has(packageOf.get(file) ?? "");
}

function phraseOfLast(folder: string): string {
  return phraseOf(folder.slice(folder.lastIndexOf("/") + 1)) ?? "";
}

/** One package importing another, with the file that does. */
interface Need {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function needsBetween(
  facts: RepositoryFacts,
  packageOf: ReadonlyMap<string, string>,
): readonly Need[] {
  return facts.files.filter(isProductCode).flatMap((file) => {
    const from = packageOf.get(file) ?? "";
    return facts.imports(file).flatMap(({ target }) => {
      const to = target === null ? from : (packageOf.get(target) ?? "");
      return to === from ? [] : [{ file, from, to }];
    });
  });
}

/** What needs a package that is no library is none either. */
function dropDependents(candidates: Set<string>, needs: readonly Need[]): void {
  for (let isStable = false; !isStable;) {
    const bound = needs.filter(({ from, to }) => candidates.has(from) && !candidates.has(to));
    for (const { from } of bound) candidates.delete(from);
    isStable = bound.length === 0;
  }
}

/** The package in which each file lies; none for those of the root. */
function innermost(
  folders: readonly string[],
  files: readonly string[],
): ReadonlyMap<string, string> {
  const known = new Set(folders);
  return new Map(
    files.flatMap((file) => {
      for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
        const folder = file.slice(0, end);
        if (known.has(folder)) return [[file, folder] as const];
      }
      return [];
    }),
  );
}
