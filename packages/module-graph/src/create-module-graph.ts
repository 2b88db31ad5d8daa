import { realpathSync, statSync } from "node:fs";
import {
  type FileView,
  type ImportFact,
  type Resolution,
  type ResolvedImport,
  type SourceFacts,
} from "@domain-isolation/model";
import { createDataMemory, type DataMemory } from "./data/data-memory.js";
import { createEditors } from "./editors.js";
import { readText } from "./files/read-text.js";
import { linkImport } from "./link/link-import.js";
import { exportedAs } from "./link/exported-as.js";
import { createNameLinker, type Modules } from "./link/link-names.js";
import { createOrigins } from "./link/origins.js";
import type { ModuleGraph } from "./module-graph.js";
import { createParsedFiles, type ParsedFiles } from "./parse/parsed-files.js";
import { readMembers, readModule } from "./parse/read-module.js";
import { remember } from "./remember.js";
import { createResolver } from "./resolve/create-resolver.js";
import type { Memory } from "./resolve/memory.js";
import { createReadings } from "./resolve/readings.js";
import type { Resolver } from "./resolve/resolver.js";

interface Remembered {
  readonly stamp: string | null;
  readonly facts: SourceFacts;
}

/**
 * Opens the modules below a folder. Nothing is read before it is asked for. Several graphs may share
 * their readings of the disk.
 */
export function createModuleGraph(folder: string, readings = createReadings()): ModuleGraph {
  const root = realpathSync(folder);
  const resolver = createResolver(root, readings);
  const parsed = createParsedFiles(root, readings.looks);
  const modules = createModuleMemory(root, parsed, readings.memory);
  let listed: readonly string[] | null = null;
  const files = () => (listed ??= readings.looks.files(root));
  const views = new Map<string, FileView>();
  const editors = createEditors();
  const membersOf = (file: string, local: string) =>
    (editors.get(file)?.membersOf ?? ((name) => readMembers(parsed, file, name)))(local);
  const readable: Modules = {
    sourceFacts: modules.facts,
    target: (file, specifier) => resolver.resolve(file, specifier, "export")[0]?.target ?? null,
  };
  const linker = createNameLinker(readable);
  const origins = createOrigins(readable);
  const data = createDataMemory({
    root,
    files,
    parsed,
    resolver,
    linker,
    opened: (file) => editors.tree(file),
    editorTypes: () => editors.types(),
  });
  return {
    root,
    files,
    sourceFacts: modules.facts,
    view: (file) => remember(views, file, () => viewOf(file, resolver, modules, data)),
    resolveFacts: (file, source) => {
      editors.open(file, source);
      data.forgetFile(file);
      return resolveFacts(resolver, file, source);
    },
    resolve: (file, specifier, form) => resolver.resolve(file, specifier, form),
    explain: (file, specifier, form) => explain(resolver, file, specifier, form),
    problems: () => resolver.problems(),
    origins: (file) => origins.of(file),
    bindings: (fact) => linkImport(fact, linker, membersOf),
    exportedAs: (publicFile, file, name) => exportedAs(publicFile, { file, name }, linker, origins),
    data: (file) => data.facts(file),
    tsconfig: (file) => resolver.tsconfig(file),
    text: (file) => editors.tree(file)?.text ?? readText(`${root}/${file}`, readings.looks),
    code: codeOf(data),
    useTypes: data.useTypes,
    refresh: () => {
      listed = null;
      parsed.forget();
      resolver.refresh();
      modules.refresh();
      linker.forget();
      origins.forget();
      data.forget();
      views.clear();
      editors.forget();
    },
  };
}

/** The world may be made anew between two questions. */
function codeOf(data: DataMemory): ModuleGraph["code"] {
  return {
    source: (file) => data.world().source(file),
    resolve: (...asked) => data.world().resolve(...asked),
  };
}

/** What of a schema could not be read is known where its data are. */
function viewOf(
  file: string,
  resolver: Resolver,
  modules: { readonly facts: (file: string) => SourceFacts },
  data: DataMemory,
): FileView {
  const view = resolveFacts(resolver, file, modules.facts(file));
  const unreadable = data.unreadable(file);
  return unreadable.length === 0 ? view : { ...view, unreadable };
}

function resolveFacts(resolver: Resolver, file: string, facts: SourceFacts): FileView {
  const imports: ResolvedImport[] = [];
  for (const fact of facts.imports) {
    for (const resolution of resolver.resolve(file, fact.specifier, fact.form)) {
      imports.push(resolvedImport(file, fact, resolution));
    }
  }
  const { opaque, unreadable, allowances } = facts;
  return { file, imports, opaque, unreadable, allowances };
}

// Spelled out: spreading two objects costs ten times as much, once for every import.
function resolvedImport(file: string, fact: ImportFact, resolution: Resolution): ResolvedImport {
  const { kind, form, specifier, span, typeOnly, names } = fact;
  const { target, external, unresolved } = resolution;
  return { kind, form, specifier, span, typeOnly, names, target, external, unresolved, file };
}

function explain(
  resolver: Resolver,
  ...request: Parameters<ModuleGraph["explain"]>
): ReturnType<ModuleGraph["explain"]> {
  const steps: ReturnType<ModuleGraph["explain"]>["steps"][number][] = [];
  const resolutions = resolver.resolve(...request, (step) => steps.push(step));
  return { resolutions, steps };
}

/**
 * Facts by file. After a `refresh`, a file is read again only if its size or time has changed; who
 * never refreshes pays for no look at either.
 */
function createModuleMemory(root: string, parsed: ParsedFiles, memory: Memory) {
  const known = new Map<string, Remembered>();
  const fresh = new Set<string>();
  const facts = (file: string): SourceFacts => {
    const before = known.get(file);
    const isWatching = memory.isWatching();
    if (before && (!isWatching || fresh.has(file))) return before.facts;
    const stamp = isWatching ? stampOf(`${root}/${file}`) : null;
    if (isWatching) fresh.add(file);
    if (stamp !== null && before?.stamp === stamp) return before.facts;
    const facts = readModule(parsed, file);
    known.set(file, { stamp, facts });
    return facts;
  };
  return {
    facts,
    refresh: () => {
      fresh.clear();
    },
  };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${String(stat.mtimeMs)}:${String(stat.size)}` : "absent";
}
