import { byName, byNumber, withoutZeros } from "../../trees/order.js";

/** Of what runs in turn; versions have no word before them, and stand among the baselines. */
const ranks = ["beforeMigrate", "", "repeatable", "afterMigrate"];

/** The word before a version, empty for a plain one. */
export function rankOf(version: string): string {
  return /^[A-Za-z]*/u.exec(version)?.[0] ?? "";
}

/** A version as Flyway compares it: `1_0` and `1.0.0` are `1`. */
export function flywayVersion(written: string): string {
  const parts = written.split(/[._]/u).map(withoutZeros);
  while (parts.length > 1 && parts.at(-1) === "0") parts.pop();
  return parts.join(".");
}

/** Part by part, as numbers; a baseline comes behind the version that it stands for. */
export function byFlywayVersion(a: string, b: string): number {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  const placeOf = (rank: string) => ranks.indexOf(rank === "baseline" ? "" : rank);
  const byRank = placeOf(rankA) - placeOf(rankB);
  if (byRank !== 0) return byRank;
  if (placeOf(rankA) !== 1) return byName(a, b);
  return byParts(partsOf(a), partsOf(b)) || byName(rankA, rankB);
}

function partsOf(version: string): readonly string[] {
  return version.slice(version.lastIndexOf(" ") + 1).split(".");
}

function byParts(a: readonly string[], b: readonly string[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = byNumber(a[index] ?? "0", b[index] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}
