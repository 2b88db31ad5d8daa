import {
  claimsOnTable,
  type Finding,
  type Ownership,
  type Span,
  type TableOwner,
} from "@domain-isolation/model";
import { claimText } from "./explain-owner.js";
import type { Ground } from "./explanation.js";
import type { TableMentions } from "./table-mentions.js";
import { askedOf, ownersOf, type TableSubject } from "./table-subject.js";
import { tableWays } from "./table-ways.js";
import { findingsAt, useLines } from "./use-lines.js";
import { listFindings, waysLines } from "./verdict-lines.js";

/** Whose a table is and why, who uses it, what makes it, what the rules say, what would be legal. */
export function explainTable(ground: Ground, subject: TableSubject): readonly string[] {
  const { colors } = ground;
  const { name, mentions } = subject;
  const { statements, entities, migrations } = mentions;
  const part = (title: string, lines: readonly string[], none: string) => [
    "",
    `  ${colors.cyan(title)}`,
    ...(lines.length === 0 ? [`    ${none}`] : lines),
  ];
  const findings = findingsAbout(ground, subject);
  return [
    colors.bold(`table ${name}`),
    "",
    ...ownerLines(ground, subject),
    ...part("what uses it", useLines(ground, statements), "no statement that can be read"),
    ...part("what stands for it in code", entityLines(ground, entities), "no entity"),
    ...part("its migrations", useLines(ground, migrations), "none of those that the map names"),
    ...part("what the rules say", listFindings(ground, findings), "nothing"),
    ...waysLines(ground, tableWays(ground, subject, findings)),
  ];
}

/** Those on its very name, and those on a wider place that name it. */
function findingsAbout(ground: Ground, { all }: TableSubject): readonly Finding[] {
  const names = new Set(
    all.flatMap(({ table: { name, schema } }) => [name, ...(schema ? [`${schema}.${name}`] : [])]),
  );
  return findingsAt(ground, all).filter(
    ({ file, span, message }) =>
      [...names].some((name) => message.includes(`\`${name}\``)) ||
      all.some((use) => use.file === file && isWithin(span, use.span)),
  );
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function ownerLines(ground: Ground, subject: TableSubject): readonly string[] {
  const { colors } = ground;
  const owners = [...ownersOf(ground, subject).values()];
  const row = (label: string, text: string) => `  ${colors.cyan(label.padEnd(6))}  ${text}`;
  const decisive = owners.flatMap(({ owner }) => claimsIn(owner));
  return [
    ...owners.flatMap(({ owner, seenBy }) => [
      row(
        "domain",
        colors.bold(ownerText(owner)) +
          (owners.length > 1 ? `, seen from ${seenBy.toSorted().join(", ")}` : ""),
      ),
      ...claimsIn(owner).map((claim) => row("why", claimText(ground, claim))),
    ]),
    ...losers(ground, subject, decisive).map((claim) =>
      row("lost", `${claimText(ground, claim)}: less specific`),
    ),
  ];
}

function ownerText(owner: TableOwner): string {
  switch (owner.kind) {
    case "owned":
      return owner.domain;
    case "shared":
      return "shared: every database has one";
    case "internal":
      return "nobody's: the books of the database, or of a tool";
    case "unowned":
      return "none: no entry of the map claims it";
    case "ambiguous":
      return "one of several, and the map can't tell which";
  }
}

function claimsIn(owner: TableOwner): readonly Ownership[] {
  if (owner.kind === "ambiguous") return owner.claims;
  return owner.kind === "owned" || owner.kind === "shared" ? [owner.claim] : [];
}

function losers(
  { map }: Ground,
  subject: TableSubject,
  decisive: readonly Ownership[],
): readonly Ownership[] {
  const keys = new Set(decisive.map(({ path }) => path.join(".")));
  return askedOf(subject)
    .flatMap(({ table, askedBy }) => claimsOnTable(map.source, table, askedBy))
    .filter(({ path }) => {
      const key = path.join(".");
      return !keys.has(key) && keys.add(key);
    });
}

function entityLines(ground: Ground, entities: TableMentions["entities"]): readonly string[] {
  return entities.flatMap((entity) => {
    const [, line = ""] = useLines(ground, [entity]);
    const { entity: name } = entity.table;
    return `    ${name ?? ""} (${entity.library})  ${line.trim()}`;
  });
}
