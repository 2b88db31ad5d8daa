import { posix } from "node:path";
import {
  importForms,
  noDatabaseFacts,
  noMigrationFacts,
  type Binding,
  type BindingStep,
  type ImportedName,
  type ProjectView,
  type ResolvedImport,
} from "@domain-isolation/model";
import { dataOf, isData } from "./data.js";

/**
 * Code in a few words, a line an import: `import a, type b as c from ../pool/seats.js`,
 * `export a as b from ./x`, `mock ./x`; the first word is the form. `@/` stands for `src/`. Lines
 * that begin with another word are about data: see `dataOf`.
 */
export type Code = Readonly<Record<string, readonly string[]>>;

/** Hand-built facts of a project: what a name binds to is read from its `export … from` lines. */
export interface HandBuiltProject extends ProjectView {
  text(file: string): string;
}

export function projectOf(code: Code): HandBuiltProject {
  const files = Object.keys(code).sort();
  const imports = new Map(files.map((file) => [file, importsOf(file, code)]));
  const follow = (file: string, name: string): readonly BindingStep[] => {
    const passed = (imports.get(file) ?? [])
      .filter(({ form }) => form === "export")
      .flatMap(({ target, names }) => names.map((imported) => ({ target, imported })))
      .find(({ imported }) => (imported.local ?? imported.name) === name);
    const rest = passed?.target ? follow(passed.target, passed.imported.name) : [];
    return [{ file, name }, ...rest];
  };
  return {
    files: files.filter((file) => !isSchema(file)),
    text: (file) => (code[file] ?? []).join("\n"),
    schemas: files.filter(isSchema),
    data: (file) => dataOf(file, code[file] ?? []),
    offering: () => null,
    migrations: [],
    migration: () => noMigrationFacts,
    databases: noDatabaseFacts,
    view: (file) => ({
      file,
      imports: imports.get(file) ?? [],
      opaque: [],
      unreadable: [],
      allowances: [],
    }),
    origins: (file) => {
      const found = new Set([file]);
      for (const passing of found) {
        for (const { form, target } of imports.get(passing) ?? []) {
          if (form.startsWith("export") && target !== null) found.add(target);
        }
      }
      return [...found];
    },
    bindings: ({ target, names, typeOnly }) =>
      names.map((imported): Binding => ({
        imported,
        typeOnly: typeOnly || imported.typeOnly,
        path: target === null ? [] : follow(target, imported.name),
      })),
    exportedAs: (publicFile, file, name) =>
      (imports.get(publicFile) ?? [])
        .flatMap(({ form, names }) => (form === "export" ? names : []))
        .map(({ name: own, local }) => local ?? own)
        .find((given) =>
          follow(publicFile, given).some((step) => step.file === file && step.name === name),
        ) ?? null,
  };
}

function isSchema(file: string): boolean {
  return file.endsWith(".prisma");
}

function importsOf(file: string, code: Code): readonly ResolvedImport[] {
  let offset = 0;
  return (code[file] ?? []).flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    return isData(line) ? [] : [importOf(file, line, start, code)];
  });
}

function importOf(file: string, line: string, start: number, code: Code): ResolvedImport {
  const [, word, list, quoted = ""] = /^(\S+) (?:(.+) from )?(\S+)$/u.exec(line) ?? [];
  const form = importForms.find((known) => known === word);
  if (form === undefined) throw new Error(`no form of import: ${line}`);
  const specifier = quoted.replaceAll('"', "");
  const names = list === undefined ? [] : namesOf(list, start + line.indexOf(list));
  const target = resolve(file, specifier, code);
  const end = start + line.length;
  return {
    kind: "import",
    file,
    form,
    specifier,
    span: { start: end - quoted.length, end },
    typeOnly: names.length > 0 && names.every(({ typeOnly }) => typeOnly),
    names,
    target,
    external: target === null,
    unresolved: false,
  };
}

function namesOf(list: string, start: number): readonly ImportedName[] {
  return [...list.matchAll(/(type )?([\w*]+)(?: as (\w+))?/gu)].map((found) => {
    const [text, type, name = "", local] = found;
    const span = { start: start + found.index, end: start + found.index + text.length };
    return { name, ...(local ? { local } : {}), typeOnly: type !== undefined, span };
  });
}

function resolve(file: string, specifier: string, code: Code): string | null {
  const path = specifier.startsWith("@/")
    ? posix.join("src", specifier.slice(2))
    : posix.join(posix.dirname(file), specifier);
  const candidates = [path, path.replace(/\.js$/u, ".ts"), `${path}.ts`, `${path}/index.ts`];
  return candidates.find((candidate) => candidate in code) ?? null;
}
