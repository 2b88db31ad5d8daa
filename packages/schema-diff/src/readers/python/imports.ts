import type { StmtNode } from "py-ast";
import { assignName, type Frame } from "./frame.js";
import { name, type NameTerm } from "./value.js";

type Statement<Type extends StmtNode["nodeType"]> = Extract<StmtNode, { readonly nodeType: Type }>;

/** `import a.b as c`, `import a.b`. */
export function executeImport(node: Statement<"Import">, frame: Frame): void {
  for (const { name: path, asname } of node.names) {
    const [root = ""] = path.split(".");
    if (asname === undefined) assignName(root, name(root), frame);
    else assignName(asname, name(path), frame);
  }
}

/** `from a.b import c as d`, `from ..a import b`. */
export function executeImportFrom(node: Statement<"ImportFrom">, frame: Frame): void {
  const { level = 0, module } = node;
  const base = level === 0 ? null : folderAbove(frame.file.file, level);
  for (const { name: imported, asname } of node.names) {
    const path = module === undefined ? imported : `${module}.${imported}`;
    if (imported === "*") importAll(name(module ?? "", base), frame);
    else assignName(asname ?? imported, name(path, base), frame);
  }
}

function importAll(module: NameTerm, frame: Frame): void {
  for (const [each, value] of frame.run.modules.namesOf(module)) {
    if (!each.startsWith("_")) assignName(each, value, frame);
  }
}

function folderAbove(file: string, level: number): string {
  return file.split("/").slice(0, -level).join("/");
}
