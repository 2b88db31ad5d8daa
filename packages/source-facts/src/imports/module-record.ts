/** oxc-parser's module record, as far as it is read. Its names: https://www.npmjs.com/package/oxc-parser */
export interface ModuleRecord {
  /** Whether it holds an import, an export or `import.meta`. */
  readonly hasModuleSyntax: boolean;
  readonly staticImports: readonly RecordImport[];
  readonly staticExports: readonly RecordExport[];
  readonly dynamicImports: readonly unknown[];
}

export interface RecordImport {
  readonly start: number;
  readonly end: number;
  readonly moduleRequest: RecordValue;
  readonly entries: readonly RecordImportEntry[];
}

export interface RecordImportEntry {
  readonly importName: RecordName;
  readonly localName: RecordValue;
  readonly isType: boolean;
}

export interface RecordExport {
  readonly start: number;
  readonly entries: readonly RecordExportEntry[];
}

export interface RecordExportEntry {
  readonly start: number;
  readonly end: number;
  readonly moduleRequest: RecordValue | null;
  readonly importName: RecordName;
  readonly exportName: RecordName;
  readonly localName: RecordName;
  readonly isType: boolean;
}

export interface RecordValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface RecordName {
  readonly kind: string;
  readonly name: string | null;
  readonly start: number | null;
  readonly end: number | null;
}
