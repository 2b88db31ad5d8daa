import type {
  AllowanceFact,
  ExportFact,
  OpaqueChangeFact,
  OpaqueFact,
  ResolvedImport,
  SourceFacts,
  Span,
  Tier,
  TouchFact,
  UnreadableFact,
} from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";
import { compareText } from "./compare-text.js";
import { placer } from "./place-all.js";
import { dataDetails, dataFacts, type DataFact } from "./data-records.js";
import type { Selection } from "./selection.js";

interface Sources {
  sourceFacts(file: string): SourceFacts;
}

type Fact =
  | AllowanceFact
  | ResolvedImport
  | ExportFact
  | OpaqueFact
  | UnreadableFact
  | DataFact
  | TouchFact
  | OpaqueChangeFact;

/** Of facts that are of a text alone: none of them needed another file or a type. */
const ownTier: Tier = "file";

/** Every fact of the selected files as a line of JSON, by file and place. */
export function* factLines(
  graph: Sources,
  project: Project,
  selection: Selection,
  givesAway: (file: string) => boolean,
): Generator<string> {
  const locate = placer((file) => project.text(file));
  const sources = new Set(project.files);
  const opaque = opaqueByFile(project);
  const readable = [...sources, ...project.schemas, ...project.migrations, ...opaque.keys()];
  const files = [...new Set(readable)].filter(selection);
  for (const file of files.sort(compareText)) {
    const read = sources.has(file) ? sourceFacts(graph, project, file) : [];
    const data = dataFacts(project.data(file), givesAway(file));
    const { touches, opaque: changes } = project.migration(file);
    const { allowances } = project.view(file);
    const told = [...allowances, ...(opaque.get(file) ?? [])];
    const facts = [...read, ...told, ...data, ...touches, ...changes];
    for (const fact of facts.sort(byPlace)) {
      const place = locate(file, fact.span);
      const tier = "tier" in fact ? fact.tier : ownTier;
      const rest = details(fact, (span) => locate(file, span));
      yield `${JSON.stringify({ kind: fact.kind, file, ...place, ...rest, tier })}\n`;
    }
  }
}

function sourceFacts(graph: Sources, project: Project, file: string): readonly Fact[] {
  const { imports, unreadable } = project.view(file);
  return [...imports, ...graph.sourceFacts(file).exports, ...unreadable];
}

/** Also of files that are no sources: a tsconfig that extends nothing. */
function opaqueByFile({ opaque }: Project): ReadonlyMap<string, readonly OpaqueFact[]> {
  const files = new Map<string, OpaqueFact[]>();
  for (const fact of opaque) {
    // A statement says itself what of it can't be told.
    if (fact.form === "statement") continue;
    const known = files.get(fact.file);
    if (known) known.push(fact);
    else files.set(fact.file, [fact]);
  }
  return files;
}

function byPlace(a: Fact, b: Fact): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.kind, b.kind) ||
    compareText(subject(a), subject(b))
  );
}

/** What tells two facts of one place apart: an exported name, a file that a pattern matches. */
function subject(fact: Fact): string {
  if (fact.kind === "export") return fact.name;
  if (fact.kind === "import") return `${fact.form} ${fact.target ?? ""}`;
  if (fact.kind === "allowance") return fact.rule;
  return "reason" in fact ? fact.reason : JSON.stringify(fact);
}

function details(fact: Fact, locate: (span: Span) => object): object {
  switch (fact.kind) {
    case "import": {
      const { form, specifier, target, external, unresolved, typeOnly, names } = fact;
      const taken = names.map(({ name }) => name);
      return { form, specifier, target, external, unresolved, typeOnly, names: taken };
    }
    case "export":
      return { name: fact.name, typeOnly: fact.typeOnly, from: fact.from ?? null };
    case "opaque":
      return { form: fact.form, reason: fact.reason };
    case "allowance": {
      const { rule, reason, until, link, covers } = fact;
      return { rule, reason, until, link, covers: locate(covers) };
    }
    case "unreadable":
    case "opaque-change":
      return { reason: fact.reason };
    case "touch": {
      const { action, object, schema, name } = fact;
      return { action, object, schema, name };
    }
    default:
      return dataDetails(fact, locate);
  }
}
