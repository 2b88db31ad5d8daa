import type { FindingData, Judgement, ResolvedImport, Span } from "@domain-isolation/model";
import { importVerb, listNames, wayInWords } from "./import-words.js";
import type { OwnedReach } from "./owned-reach.js";
import type { DomainReach } from "./reach-groups.js";

type ReachJudgement = Omit<Judgement<never>, "messageId" | "from">;

/** What every rule says alike of an import that reaches a domain. The message tells the first way. */
export function reachJudgement({ fact, group }: DomainReach): ReachJudgement {
  const [first] = group;
  return {
    file: fact.file,
    span: reachSpan({ fact, group }),
    to: first.domain,
    data: reachData({ fact, group }),
    because: first.because,
    identity: [
      ...new Set(group.map(({ file, symbol }) => (symbol === null ? file : `${file}#${symbol}`))),
    ].sort(),
    tier: group.every(({ path }) => path.length === 1) ? "file" : "linked",
  };
}

function reachData({ fact, group }: DomainReach): FindingData {
  const { path, domain } = group[0];
  const names = reachedNames(
    fact,
    group.filter((reach) => reach.path.join() === path.join()),
  );
  const others = new Set(group.map((reach) => reach.file)).size - 1;
  const way = wayInWords(path, others);
  const what = names.length === 0 ? way : `${listNames(names)} from ${way}`;
  return { imports: importVerb(fact), what, list: listNames(names), way, to: domain, names, path };
}

/** The specifier; or the first name that reaches the domain, when others of the import don't. */
function reachSpan({ fact, group }: DomainReach): Span {
  const spans = group.flatMap(({ binding }) => (binding ? [binding.imported.span] : []));
  const starts = new Set(spans.map(({ start }) => start));
  const isPart =
    spans.length > 0 &&
    fact.names.some(({ name, span }) => name !== "*" && !starts.has(span.start));
  return (isPart ? spans[0] : undefined) ?? fact.span;
}

/** The names by which the code calls what it reaches; none for an import without names. */
function reachedNames(fact: ResolvedImport, reaches: readonly OwnedReach[]): readonly string[] {
  const wholes = new Set(
    fact.names.filter(({ name }) => name === "*").map(({ span }) => span.start),
  );
  const names = reaches.flatMap(({ binding, path, symbol }) => {
    if (!binding) return [];
    const { name, local, span } = binding.imported;
    if (symbol !== null) return symbol;
    if (wholes.has(span.start) && path.length === 1) return local ?? "*";
    return name === "default" ? (local ?? name) : name;
  });
  return [...new Set(names)];
}
