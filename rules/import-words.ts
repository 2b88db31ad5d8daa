import { chainInWords, type ImportForm, type ResolvedImport } from "@domain-isolation/model";
import { listInWords } from "./list-in-words.js";

const verbs: Partial<Record<ImportForm, string>> = {
  export: "re-exports",
  "export-star": "re-exports",
  mock: "mocks",
  "module-augmentation": "augments",
  "new-url": "refers to",
  "require-resolve": "refers to",
  "import-meta-resolve": "refers to",
};

/** What the code does with the other module, for "users code … `x` from …". */
export function importVerb({ form }: ResolvedImport): string {
  return verbs[form] ?? "imports";
}

/** "src/shared/index.ts → src/pool/seats.ts (and 2 more files)" */
export function wayInWords(path: readonly string[], others: number): string {
  const way = chainInWords(path);
  if (others === 0) return way;
  return `${way} (and ${String(others)} more file${others === 1 ? "" : "s"})`;
}

/** "`a`, `b` and 3 more" */
export function listNames(names: readonly string[]): string {
  return listInWords(names.map(nameInWords));
}

function nameInWords(name: string): string {
  if (name === "*") return "everything";
  return name === "default" ? "the default export" : `\`${name}\``;
}
