import type { SourceFacts } from "@domain-isolation/model";
import {
  extractFromRecord,
  extractFromTree,
  isSourceFile,
  namespaceMembers,
  needsTree,
} from "@domain-isolation/source-facts";
import { readSource } from "../files/read-source.js";
import { parseModule, type ParsedModule } from "./parse-module.js";

const nothing: SourceFacts = { imports: [], exports: [], opaque: [], unreadable: [] };

/** The facts of a file on disk. Never throws: what can't be read is an `unreadable` fact. */
export function readModule(root: string, file: string): SourceFacts {
  if (!isSourceFile(file)) return nothing;
  const source = readSource(`${root}/${file}`);
  if ("reason" in source) {
    const span = { start: 0, end: 0 };
    return { ...nothing, unreadable: [{ kind: "unreadable", span, reason: source.reason }] };
  }
  return factsOf(file, parseModule(file, source.text));
}

/** The names that a file uses of a namespace import; null where it passes the whole on. */
export function readMembers(root: string, file: string, local: string): readonly string[] | null {
  const source = readSource(`${root}/${file}`);
  if ("reason" in source) return null;
  return namespaceMembers(parseModule(file, source.text).tree().program, local);
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
