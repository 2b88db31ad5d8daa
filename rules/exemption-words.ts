import type { Exemption, Judgement } from "@domain-isolation/model";

/** What all findings about an exemption have in common; null where it has no place in a file. */
export function atExemption({ at, rule, where, to, until }: Exemption) {
  if (!at) return null;
  const identity = [rule, where, to ?? "", until ?? ""];
  const common = { from: null, to: null, because: null, tier: "file" } as const;
  return { ...common, ...at, identity } satisfies Partial<Judgement>;
}

/** `no-cross-domain-table for src/legacy/** → users`, as the one who wrote it would name it. */
export function exemptionInWords({ rule, where, to }: Exemption): string {
  return `\`${rule}\` for \`${where}\`${to === null ? "" : ` → ${to}`}`;
}

/** `3 findings`, `1 finding`, `no finding`. */
export function findingsInWords(count: number): string {
  if (count === 0) return "no finding";
  return count === 1 ? "1 finding" : `${String(count)} findings`;
}
