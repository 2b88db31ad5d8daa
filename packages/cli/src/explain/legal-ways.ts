import type { BindingStep, Finding, ResolvedImport } from "@domain-isolation/model";
import { mapPlace, type Subject } from "./explanation.js";

/** Where an import enters a domain, and where the name that it takes is defined there. */
interface Entrance {
  readonly first: BindingStep;
  readonly definition: BindingStep;
}

/** What would be legal instead of an import that crosses into the domains of its findings. */
export function legalWays(
  subject: Subject,
  fact: ResolvedImport,
  findings: readonly Finding[],
): readonly string[] {
  const domains = new Set(findings.flatMap(({ to }) => to ?? []));
  return [...domains].sort().flatMap((to) => waysInto(subject, fact, to));
}

function waysInto(subject: Subject, fact: ResolvedImport, to: string): readonly string[] {
  const { map, file } = subject;
  const from = map.owner(file)?.domain ?? null;
  const entrances = entrancesInto(subject, fact, to).filter(
    ({ first }) => from === null || map.crossing(from, to, first.file) !== "legal",
  );
  if (entrances.length === 0) return [];
  if (from === null) {
    return [`shared code imports no domain: let ${to} pass in what is needed, or own this file`];
  }
  return [...mayUseWay(subject, from, to), ...entrances.map((way) => publicWay(subject, way, to))];
}

function entrancesInto(subject: Subject, fact: ResolvedImport, to: string): readonly Entrance[] {
  if (fact.target === null) return [];
  const bindings = subject.project.bindings(fact).map(({ path }) => path);
  const paths = bindings.length > 0 ? bindings : [[{ file: fact.target, name: "" }]];
  return paths.flatMap((path) => {
    const owned = path.filter((step) => ownerOf(subject, step) === to);
    const [first, definition] = [owned[0], owned.at(-1)];
    return first && definition ? [{ first, definition }] : [];
  });
}

function ownerOf({ map }: Subject, { file, name }: BindingStep): string | null {
  return (map.symbolOwner(file, name) ?? map.owner(file))?.domain ?? null;
}

function mayUseWay(subject: Subject, from: string, to: string): readonly string[] {
  const mayUse = subject.map.source.domains[from]?.mayUse;
  if (!mayUse || mayUse.includes(to)) return [];
  const key = mapPlace(subject, ["domains", from, "mayUse"]);
  return [`first name ${to} among the domains that ${from} may use (${key}); then`];
}

function publicWay(subject: Subject, { first, definition }: Entrance, to: string): string {
  const { map, project } = subject;
  const symbol = map.symbolOwner(first.file, first.name);
  if (symbol) {
    const place = mapPlace(subject, symbol.path);
    return `none: only ${to} code may use \`${first.name}\` (${place}); have an export of your own`;
  }
  const entries = project.files.filter(
    (file) => map.owner(file)?.domain === to && map.hasRole(file, "public"),
  );
  if (entries.length === 0) return `give ${to} a public entry (domains.${to}.public)`;
  const { file, name } = definition;
  const list = `${entries.join(" or ")}, ${entries.length > 1 ? "a" : "the"} public entry of ${to}`;
  if (name === "" || name === "*") return `import ${list}`;
  const giving = entries.find((entry) => project.exportedAs(entry, file, name) !== null);
  if (giving === undefined) return `export \`${name}\` of ${file} from ${list}`;
  const given = project.exportedAs(giving, file, name) ?? name;
  return `import \`${given}\` from ${giving}, a public entry of ${to}`;
}
