import type {
  ExportFact,
  OpaqueFact,
  ResolvedImport,
  SourceFacts,
  Tier,
  UnreadableFact,
} from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";
import { compareText } from "./compare-text.js";
import { placer } from "./report.js";
import type { Selection } from "./selection.js";

interface Sources {
  sourceFacts(file: string): SourceFacts;
}

type Fact = ResolvedImport | ExportFact | OpaqueFact | UnreadableFact;

/** Facts of a text alone; none of them needed another file or a type. */
const tier: Tier = "file";

/** Every fact of the selected files as a line of JSON, by file and place. */
export function* factLines(
  graph: Sources,
  project: Project,
  selection: Selection,
): Generator<string> {
  const locate = placer((file) => project.text(file));
  const sources = new Set(project.files);
  const opaque = opaqueByFile(project);
  const files = [...new Set([...sources, ...opaque.keys()])].filter(selection);
  for (const file of files.sort(compareText)) {
    const read = sources.has(file) ? sourceFacts(graph, project, file) : [];
    for (const fact of [...read, ...(opaque.get(file) ?? [])].sort(byPlace)) {
      const place = locate(file, fact.span);
      yield `${JSON.stringify({ kind: fact.kind, file, ...place, ...details(fact), tier })}\n`;
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
  return fact.kind === "import" ? `${fact.form} ${fact.target ?? ""}` : fact.reason;
}

function details(fact: Fact): object {
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
    case "unreadable":
      return { reason: fact.reason };
  }
}
