import type { NameTerm, Value } from "./value.js";
import type { Scope } from "./scope.js";

/** The files that can be imported. */
export interface Modules {
  /** What a name stands for that is imported from another file; itself where there is none. */
  resolve(value: Value): Value;
  /** All names of a module, for `from a import *`. */
  namesOf(module: NameTerm): ReadonlyMap<string, Value>;
}

export interface ModuleFiles {
  /** The folders, relative to the root, that absolute imports start from. */
  readonly bases: readonly string[];
  text(file: string): string | null;
  /** The names of a module once it is run. */
  run(file: string, text: string): Scope;
}

/** Libraries that are known by name: a folder of theirs in the project is another thing. */
const libraries = new Set([
  "alembic",
  "sqlalchemy",
  "sqlmodel",
  "sqlalchemy_utils",
  "enum",
  "typing",
]);

const mostLinks = 20;

export function createModules(files: ModuleFiles): Modules {
  const scopes = new Map<string, Scope | null>();
  const scopeOf = (file: string): Scope | null => {
    const known = scopes.get(file);
    if (known !== undefined) return known;
    // A module that is imported while it runs has nothing to give yet.
    scopes.set(file, null);
    const text = files.text(file);
    const scope = text === null ? null : files.run(file, text);
    scopes.set(file, scope);
    return scope;
  };
  const resolve = (value: Value, links = 0): Value => {
    if (value.kind !== "name" || links > mostLinks || isLibrary(value)) return value;
    const found = find(value, files.bases, scopeOf);
    return found ? resolve(found, links + 1) : value;
  };
  const namesOf = ({ path, base }: NameTerm) => {
    // Whatever stands in it is looked for; a name that it lacks leads to its folder.
    const owner = { path: `${path}.*`, base };
    return moduleOf(owner, files.bases, scopeOf)?.names ?? new Map<string, Value>();
  };
  return { resolve: (value) => resolve(value), namesOf };
}

function isLibrary({ path, base }: NameTerm): boolean {
  const [root = "", ...others] = path.split(".");
  return base === null && (others.length === 0 || libraries.has(root));
}

/** `a.b.c` is `c` of `a/b.py`, or of `a/b/__init__.py`. */
function find(
  name: NameTerm,
  bases: readonly string[],
  scopeOf: (file: string) => Scope | null,
): Value | null {
  const member = name.path.split(".").at(-1) ?? "";
  return moduleOf(name, bases, scopeOf, member)?.names.get(member) ?? null;
}

/** The module of a name: the first that has it, where it is told which. */
function moduleOf(
  { path, base }: Pick<NameTerm, "path" | "base">,
  bases: readonly string[],
  scopeOf: (file: string) => Scope | null,
  member: string | null = null,
): Scope | null {
  const module = path.split(".").slice(0, -1).join("/");
  for (const folder of base === null ? bases : [base]) {
    const stem = [folder, module].filter((each) => each !== "").join("/");
    const scope = (stem === "" ? null : scopeOf(`${stem}.py`)) ?? scopeOf(`${stem}/__init__.py`);
    if (scope && (member === null || scope.names.has(member))) return scope;
  }
  return null;
}
