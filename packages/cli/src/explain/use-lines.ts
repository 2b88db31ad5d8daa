import type { Finding, Span } from "@domain-isolation/model";
import { placer } from "../place-all.js";
import { plural } from "../pretty/plural.js";
import type { Ground } from "./explanation.js";

/** One place that has to do with what is explained. */
export interface Use {
  readonly file: string;
  readonly span: Span;
  /** A word: `reads`, `creates`. */
  readonly how: string;
}

const shownFiles = 3;

/** The files of each domain, counted, the first ones named with the place where they begin to. */
export function useLines(ground: Ground, uses: readonly Use[]): readonly string[] {
  const domains = groupBy(uses, ({ file }) => ownerName(ground, file));
  const width = Math.max(...[...domains.keys()].map((name) => name.length));
  return [...domains]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([domain, own]) => domainLines(ground, domain.padEnd(width), own));
}

/** The findings that stand on one of these places. */
export function findingsAt(ground: Ground, uses: readonly Use[]): readonly Finding[] {
  const byFile = groupBy(uses, ({ file }) => file);
  return ground.found.filter(({ file, span }) =>
    byFile.get(file)?.some((use) => use.span.start < span.end && span.start < use.span.end),
  );
}

export function ownerName({ map }: Pick<Ground, "map">, file: string): string {
  const owner = map.owner(file);
  return owner ? (owner.domain ?? "shared") : "nobody";
}

function domainLines(ground: Ground, domain: string, uses: readonly Use[]): readonly string[] {
  const { colors, project } = ground;
  const files = groupBy(uses, ({ file }) => file);
  const locate = placer((file) => project.text(file));
  const shown = [...files].slice(0, shownFiles).map(([file, own]) => {
    const [first] = own;
    const line = first ? String(locate(file, first.span).line) : "1";
    return `      ${file}${colors.dim(`:${line}`)}  ${colors.dim(howOften(own))}`;
  });
  const left = files.size - shown.length;
  return [
    `    ${domain}  ${plural(files.size, "file")}, ${howOften(uses)}`,
    ...shown,
    ...(left > 0 ? [`      and ${String(left)} more`] : []),
  ];
}

/** `reads 3 times, writes once`. */
function howOften(uses: readonly Use[]): string {
  const words = [...groupBy(uses, ({ how }) => how)].sort(([a], [b]) => (a < b ? -1 : 1));
  return words
    .map(([how, { length }]) => `${how} ${length === 1 ? "once" : `${String(length)} times`}`)
    .join(", ");
}

function groupBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
