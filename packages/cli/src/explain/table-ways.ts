import type { Finding, Touch } from "@domain-isolation/model";
import { mapPlace, type Ground } from "./explanation.js";
import { ownersOf, type TableSubject } from "./table-subject.js";

/** What each rule would be silent for, were it listed in `mayTouch`. */
const touchOfRule: Readonly<Record<string, Touch>> = {
  "no-cross-domain-table": "reads",
  "no-cross-domain-join": "joins",
  "no-cross-domain-transaction": "transactions",
  "no-cross-domain-relation": "relations",
};

/** The smallest changes that would make all uses of a table legal, the better ones first. */
export function tableWays(
  ground: Ground,
  subject: TableSubject,
  findings: readonly Finding[],
): readonly string[] {
  const open = findings.filter(({ status }) => status !== "exempt");
  return [
    ...new Set([
      ...ownershipWays(ground, subject),
      ...open.flatMap(({ help }) => help ?? []),
      ...mayTouchWays(ground, open),
    ]),
  ];
}

function ownershipWays(ground: Ground, subject: TableSubject): readonly string[] {
  const kinds = [...ownersOf(ground, subject).values()].map(({ owner }) => owner.kind);
  if (kinds.includes("unowned")) return [giveAway(subject)];
  if (!kinds.includes("ambiguous")) return [];
  return ["make one of the entries more specific, or give each of the domains its own `database`"];
}

/** To who makes it, else who declares it, else who writes it, else who uses it. */
function giveAway({ name, mentions, all }: TableSubject): string {
  const { migrations, entities, statements } = mentions;
  const makers = [
    ...migrations.filter(({ how }) => how === "creates"),
    ...entities,
    ...statements.filter(({ how }) => how === "writes"),
    ...all,
  ];
  const domain = makers.find(({ askedBy }) => askedBy !== null)?.askedBy ?? null;
  if (domain === null) return `name \`${name}\` in \`tables\` of the domain whose it is`;
  return `name \`${name}\` in \`domains.${domain}.tables\`: no domain is nearer to it`;
}

/** One for each domain that reaches over: what it would have to name in the map. */
function mayTouchWays(ground: Ground, findings: readonly Finding[]): readonly string[] {
  const wanted = new Map<string, Map<Touch, string>>();
  for (const finding of findings) {
    const { from, to } = finding;
    const touch = touchFor(finding);
    if (touch === null || from === null || to === null) continue;
    const own = wanted.get(from) ?? new Map<Touch, string>();
    // Who joins a table reads it, and the map wants both.
    if (touch === "joins" && !own.has("writes")) own.set("reads", to);
    if (touch === "writes") own.delete("reads");
    wanted.set(from, own.set(touch, to));
  }
  return [...wanted].map(([from, own]) => {
    const keys = [...own].map(([touch, to]) => `${touch}: ["${to}"]`).sort();
    const place = mapPlace(ground, ["domains", from]);
    return `or permit it, for as long as it lasts: \`mayTouch: { ${keys.join(", ")} }\` (${place})`;
  });
}

function touchFor({ ruleId, data }: Finding): Touch | null {
  const touch = touchOfRule[ruleId] ?? null;
  const isWrite = /^(?:writes|locks)/u.test(String(data.touches));
  return touch === "reads" && isWrite ? "writes" : touch;
}
