import { isSourceFile } from "@domain-isolation/source-facts";

const beside = /(?:\.d|\.test|\.spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:index|knexfile)\.[cm]?[jt]s$/u;

/** Source files that may be migrations: no tests, no declarations, no barrels. */
export function codeFiles(files: readonly string[]): readonly string[] {
  return files.filter(
    (file) => /\.[cm]?[jt]s$/u.test(file) && isSourceFile(file) && !beside.test(file),
  );
}

/** By name, as most tools run them; names that are versions by their numbers. */
export function byName(files: readonly string[]): readonly string[] {
  const found = [...codeFiles(files)];
  const areVersions = found.length > 0 && found.every((file) => versionOf(file) !== null);
  return areVersions
    ? found.sort(compareVersions)
    : found.sort((a, b) => compare(nameOf(a), nameOf(b)));
}

/** By the time that is written in each name, where all have one; else by name. */
export function byStamp(files: readonly string[]): readonly string[] {
  const named = byName(files);
  const stamps = new Map(named.map((file) => [file, /\d{10,17}/u.exec(nameOf(file))?.[0]]));
  if ([...stamps.values()].some((each) => each === undefined)) return named;
  return named.toSorted((a, b) => Number(stamps.get(a)) - Number(stamps.get(b)));
}

function nameOf(file: string): string {
  return file.split("/").at(-1) ?? file;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function versionOf(file: string): readonly number[] | null {
  const version = /^v?(\d+(?:\.\d+){1,3})\.[cm]?[jt]s$/u.exec(nameOf(file))?.[1];
  return version?.split(".").map(Number) ?? null;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [versionOf(a) ?? [], versionOf(b) ?? []];
  for (const [index, each] of left.entries()) {
    const other = right[index] ?? -1;
    if (each !== other) return each - other;
  }
  return left.length - right.length;
}
