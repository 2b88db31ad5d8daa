import type { ImportedName, ImportFact, SourceFacts, Span } from "@domain-isolation/model";
import { linkExports, type WrittenExport } from "./link-exports.js";
import type {
  ModuleRecord,
  RecordExport,
  RecordExportEntry,
  RecordImport,
  RecordImportEntry,
  RecordName,
  RecordValue,
} from "./module-record.js";
import { starSpan } from "./readers/export-declaration.js";
import { sortFacts } from "./sort-facts.js";
import { afterKeyword } from "../syntax/trivia.js";

/**
 * The facts of a module from oxc-parser's module record: those that `extractFromTree` finds, where
 * `needsTree` says that the record suffices; otherwise what the record shows of them.
 */
export function extractFromRecord(record: ModuleRecord, text: string): SourceFacts {
  const { staticImports, staticExports } = record;
  const imports = staticImports.map((statement) => readImport(statement, text));
  const exports: WrittenExport[] = [];
  const imported = new Set(staticImports.map(({ moduleRequest }) => moduleRequest.start));
  for (const statement of staticExports) {
    const direct: RecordExportEntry[] = [];
    for (const entry of statement.entries) {
      const { moduleRequest } = entry;
      if (!isWhole(moduleRequest)) continue;
      // What was imported and is given away stands here too, with the request of its import.
      const isDirect = moduleRequest !== null && !imported.has(moduleRequest.start);
      if (isDirect) direct.push(entry);
      const request = isDirect || !isDeclared(entry) ? moduleRequest : null;
      exports.push(readExport(entry, request, statement, text));
    }
    const request = direct[0]?.moduleRequest;
    if (request) imports.push(readReexport(request, direct, statement, text));
  }
  return sortFacts({
    imports,
    exports: linkExports(exports, imports),
    opaque: [],
    unreadable: [],
    allowances: [],
  });
}

/** In broken text a request may have no place. */
function isWhole(request: RecordValue | null): boolean {
  return request === null || request.start < request.end;
}

function readImport({ start, moduleRequest, entries }: RecordImport, text: string): ImportFact {
  const names = entries.map(importedName);
  const isEmptyType = names.length === 0 && isTypeStatement(text, start, "import");
  return {
    kind: "import",
    form: names.length > 0 || isEmptyType ? "import" : "side-effect",
    specifier: moduleRequest.value,
    span: spanOf(moduleRequest),
    typeOnly: isEmptyType || (names.length > 0 && names.every(({ typeOnly }) => typeOnly)),
    names,
  };
}

function importedName({ importName, localName, isType }: RecordImportEntry): ImportedName {
  return {
    name: nameOf(importName),
    local: localName.value,
    typeOnly: isType,
    span: importName.kind === "NamespaceObject" ? spanOf(localName) : spanOf(importName),
  };
}

function readReexport(
  request: RecordValue,
  entries: readonly RecordExportEntry[],
  statement: RecordExport,
  text: string,
): ImportFact {
  const names = entries.map((entry) => ({
    name: nameOf(entry.importName),
    typeOnly: entry.isType,
    span:
      entry.importName.kind === "Name"
        ? spanOf(entry.importName)
        : nameSpan(entry, statement, text),
  }));
  return {
    kind: "import",
    form: entries.some(({ importName }) => importName.kind === "Name") ? "export" : "export-star",
    specifier: request.value,
    span: spanOf(request),
    typeOnly: names.every(({ typeOnly }) => typeOnly),
    names,
  };
}

function readExport(
  entry: RecordExportEntry,
  request: RecordValue | null,
  statement: RecordExport,
  text: string,
): WrittenExport {
  const { importName, exportName } = entry;
  const kind = "export";
  const name = exportName.kind === "Default" ? "default" : (exportName.name ?? "*");
  const span = nameSpan(entry, statement, text);
  if (request) {
    const from = { specifier: request.value, name: nameOf(importName) };
    return { kind, name, span, typeOnly: entry.isType, from };
  }
  const typeOnly = entry.isType && isType(entry, statement, text);
  const local = exportName.kind === "Default" ? defaultLocal(entry, text) : listedLocal(entry);
  return local === null ? { kind, name, span, typeOnly } : { kind, name, span, typeOnly, local };
}

/** `export type A = …` beside `import { A } from "x"` gives away its own; the record has both in one. */
function isDeclared({ end, exportName }: RecordExportEntry): boolean {
  return exportName.end !== null && exportName.end < end;
}

function nameSpan({ exportName }: RecordExportEntry, statement: RecordExport, text: string): Span {
  return exportName.start === null ? starSpan(text, statement.start) : spanOf(exportName);
}

/** The name in `export { a }`: of an imported namespace some versions of the record don't say whose. */
function listedLocal(entry: RecordExportEntry): string | null {
  return isDeclared(entry) ? null : entry.localName.name;
}

/** The name in `export default a` and `export default (a)`; the record leaves out the latter. */
function defaultLocal({ localName, start, end }: RecordExportEntry, text: string): string | null {
  if (localName.kind === "Default") return localName.name;
  const inner = /^\((?:\s|\()*([\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)(?:\s|\))*\)$/u;
  return text[start] === "(" ? (inner.exec(text.slice(start, end))?.[1] ?? null) : null;
}

/** The record takes `declare const` and `abstract class` for types too. */
function isType({ start }: RecordExportEntry, statement: RecordExport, text: string): boolean {
  const declaration = afterKeyword(text, start, "declare");
  if (typeDeclaration.test(text.slice(declaration, declaration + 10))) return true;
  const next = afterKeyword(text, statement.start, "export");
  return text[next] === "{" || isTypeStatement(text, statement.start, "export");
}

const typeDeclaration = /^(?:interface|type)\b/u;

/** `import type {…`, `export type {…` */
function isTypeStatement(text: string, start: number, keyword: string): boolean {
  const next = afterKeyword(text, start, keyword);
  return text.startsWith("type", next) && text[afterKeyword(text, next, "type")] === "{";
}

function nameOf({ kind, name }: RecordName): string {
  return kind === "Default" ? "default" : (name ?? "*");
}

function spanOf({ start, end }: Pick<RecordName, "start" | "end">): Span {
  return { start: start ?? 0, end: end ?? 0 };
}
