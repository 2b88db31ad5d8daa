import type { Finding, Resolution, ResolvedImport, Span } from "@domain-isolation/model";
import type { Subject } from "./explanation.js";

/** The findings about one import: they stand on its specifier or on one of its names. */
export function findingsOf(fact: ResolvedImport, findings: readonly Finding[]): readonly Finding[] {
  const spans = [fact.span, ...fact.names.map(({ span }) => span)];
  return findings.filter((finding) => spans.some((span) => touches(finding.span, span)));
}

/** All that one import leads to: more than one file only for patterns (`import.meta.glob`). */
export type ImportGroup = readonly [ResolvedImport, ...ResolvedImport[]];

export function groupImports(imports: readonly ResolvedImport[]): readonly ImportGroup[] {
  const groups: [ResolvedImport, ...ResolvedImport[]][] = [];
  for (const fact of imports) {
    const last = groups.at(-1);
    const isSame = last?.[0].span.start === fact.span.start && last[0].form === fact.form;
    if (last && isSame) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

/** `ok  ./x.js → src/x.ts  (shared)`, and a line for each finding. */
export function importLines(subject: Subject, group: ImportGroup): readonly string[] {
  const { colors, locate, findings } = subject;
  const [fact, ...others] = group;
  const about = findingsOf(fact, findings);
  const line = String(locate(fact.span).line).padStart(5);
  const [word, ground] = verdict(subject, fact, about);
  const target = others.length > 0 ? `${String(group.length)} files` : targetText(fact);
  return [
    `${colors.dim(line)}  ${colored(subject, word)}  ${fact.specifier} ${colors.dim("→")} ${target}` +
      (ground === "" || others.length > 0 ? "" : `  ${colors.dim(`(${ground})`)}`),
    ...about.map(
      ({ ruleId, message }) => `${" ".repeat(15)}${colors.dim(`${ruleId}:`)} ${message}`,
    ),
  ];
}

export function targetText({ target, external }: Resolution): string {
  return (
    target ?? (external ? "outside: a package, or the platform" : "nothing: it does not resolve")
  );
}

/** Why an import is right, as far as the map says it. */
export function legalGround({ map, file }: Pick<Subject, "map" | "file">, target: string): string {
  const from = map.owner(file)?.domain ?? null;
  const owner = map.owner(target);
  if (owner === null) return "nobody's";
  if (owner.domain === null) return "shared";
  if (owner.domain === from) return `${owner.domain}, the same domain`;
  if (from === null) return `${owner.domain}, from code of no domain`;
  return {
    legal: map.hasRole(target, "public")
      ? `a public entry of ${owner.domain}`
      : `${from} may use ${owner.domain}`,
    private: `inside ${owner.domain}, not reported`,
    undeclared: `${from} does not name ${owner.domain} in mayUse, not reported`,
  }[map.crossing(from, owner.domain, target)];
}

function verdict(
  subject: Subject,
  fact: ResolvedImport,
  about: readonly Finding[],
): readonly [string, string] {
  const worst =
    about.find(({ status, severity }) => status === "new" && severity === "error") ??
    about.find(({ status }) => status === "new") ??
    about[0];
  if (worst) return [worst.status === "new" ? worst.severity : worst.status, ""];
  if (fact.unresolved) return ["?", ""];
  return ["ok", fact.target === null ? "" : legalGround(subject, fact.target)];
}

function colored({ colors }: Subject, word: string): string {
  const paint = word === "error" ? colors.red : word === "ok" ? colors.green : colors.yellow;
  return paint(word.padEnd(6));
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
