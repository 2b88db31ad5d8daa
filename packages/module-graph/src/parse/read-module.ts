import type { SourceFacts } from "@domain-isolation/model";
import {
  allowancesInText,
  extractFromRecord,
  extractFromTree,
  isSourceFile,
  namespaceMembers,
  needsTree,
} from "@domain-isolation/source-facts";
import type { ParsedModule } from "./parse-module.js";
import type { ParsedFiles } from "./parsed-files.js";

const nothing: SourceFacts = {
  imports: [],
  exports: [],
  opaque: [],
  unreadable: [],
  allowances: [],
};

/** The facts of a file on disk. Never throws: what can't be read is an `unreadable` fact. */
export function readModule(files: ParsedFiles, file: string): SourceFacts {
  if (!isSourceFile(file)) return { ...nothing, allowances: allowancesInText(files.text(file)) };
  const module = files.read(file);
  if ("reason" in module) {
    const span = { start: 0, end: 0 };
    return { ...nothing, unreadable: [{ kind: "unreadable", span, reason: module.reason }] };
  }
  return factsOf(file, module);
}

/** The names that a file uses of a namespace import; null where it passes the whole on. */
export function readMembers(
  files: ParsedFiles,
  file: string,
  local: string,
): readonly string[] | null {
  const module = files.read(file);
  return "reason" in module ? null : namespaceMembers(module.tree().program, local);
}

function factsOf(file: string, module: ParsedModule): SourceFacts {
  const { text, record, sources, unreadable } = module;
  const facts = needsTree(text, file, record)
    ? extractFromTree(module.tree())
    : extractFromRecord(record, text);
  return {
    ...facts,
    imports: sources.length > 0 ? [...sources, ...facts.imports] : facts.imports,
    unreadable: [...facts.unreadable, ...unreadable],
  };
}
