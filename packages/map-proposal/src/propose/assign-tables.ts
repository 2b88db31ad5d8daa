import type { ProposedEntry } from "../map-proposal.js";
import { counted } from "./in-words.js";
import { phraseOf } from "./phrase-of.js";
import type { TableEvidence } from "./tables-of.js";

/** Whose the tables should be, and what is said of those that stay with nobody. */
export interface TableAssignment {
  readonly byDomain: ReadonlyMap<string, readonly ProposedEntry[]>;
  readonly unassigned: readonly string[];
  ownerOf(table: string): string | null;
}

export interface TableQuestion {
  readonly tables: readonly TableEvidence[];
  /** Whose a file is, or a folder of migrations. */
  readonly fileOwner: (path: string) => string | null;
  /** The domain whose topic a name is. */
  readonly namedAfter: (phrase: string) => string | null;
}

/**
 * What speaks for an owner: use most, then a declaration, then a name. A folder of migrations says
 * little: most hold those of everybody.
 */
const weights = { used: 10, declared: 6, named: 5, created: 2 };

/** Gives every table to the domain that declares, creates, is named like or mostly writes it. */
export function assignTables(question: TableQuestion): TableAssignment {
  const byDomain = new Map<string, ProposedEntry[]>();
  const owners = new Map<string, string>();
  const unassigned: string[] = [];
  for (const table of question.tables) {
    const scores = scoresOf(table, question);
    const [first, second] = scores;
    if (first && first[1] >= 3 && first[1] > (second?.[1] ?? 0) * 1.1) {
      const [domain] = first;
      const entry = { value: table.name, note: reason(table, domain, question) };
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), entry]);
      owners.set(table.name, domain);
    } else {
      unassigned.push(undecided(table, first && second ? [first[0], second[0]] : []));
    }
  }
  return { byDomain, unassigned, ownerOf: (table) => owners.get(table) ?? null };
}

function scoresOf(
  { name, entity, declaredIn, createdIn, uses }: TableEvidence,
  { fileOwner, namedAfter }: TableQuestion,
): readonly (readonly [string, number])[] {
  const scores = new Map<string, number>();
  const add = (domain: string | null, score: number) => {
    if (domain !== null) scores.set(domain, (scores.get(domain) ?? 0) + score);
  };
  for (const file of declaredIn) add(fileOwner(file), weights.declared / declaredIn.length);
  for (const folder of createdIn) add(fileOwner(folder), weights.created / createdIn.length);
  add(namedAfter(phraseOf(name) ?? phraseOf(entity ?? "") ?? ""), weights.named);
  const total = [...uses.values()].reduce((sum, use) => sum + strength(use), 0);
  for (const [file, use] of uses) add(fileOwner(file), (weights.used * strength(use)) / total);
  return [...scores].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}

/** Who writes a table matters three times as much as who reads it; how often, hardly. */
function strength({ writes, reads }: { writes: number; reads: number }): number {
  return (writes > 0 ? 3 : 0) + (reads > 0 ? 1 : 0);
}

function reason(
  { declaredIn, createdIn, uses }: TableEvidence,
  domain: string,
  { fileOwner }: TableQuestion,
): string {
  const own = [...uses].filter(([file]) => fileOwner(file) === domain);
  const others = new Set(
    [...uses.keys()].flatMap((file) => fileOwner(file) ?? []).filter((owner) => owner !== domain),
  );
  const writers = own.filter(([, { writes }]) => writes > 0).length;
  const clauses = [
    ...(declaredIn.some((file) => fileOwner(file) === domain) ? ["declared here"] : []),
    ...(createdIn.some((folder) => fileOwner(folder) === domain) ? ["created here"] : []),
    ...(writers > 0 ? [`written by ${counted(writers, "file")}`] : []),
    ...(own.length > 0 ? [`used by ${String(own.length)} of ${counted(uses.size, "file")}`] : []),
    ...(others.size > 0 ? [`also used by ${[...others].sort().join(", ")}`] : []),
  ];
  return clauses.length > 0 ? clauses.join("; ") : "by its name";
}

function undecided({ name, uses }: TableEvidence, tied: readonly string[]): string {
  if (tied.length > 0) return `${name}: as much of ${tied.join(" as of ")}`;
  return uses.size === 0
    ? `${name}: no code of a domain declares or uses it`
    : `${name}: used by ${counted(uses.size, "file")} of no domain`;
}
