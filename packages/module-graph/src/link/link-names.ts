import type { BindingStep, ExportFact, SourceFacts } from "@domain-isolation/model";

/** What the linker needs to know of the modules. */
export interface Modules {
  sourceFacts(file: string): SourceFacts;
  /** The file that a specifier of a file leads to, null outside the root and where unresolved. */
  target(file: string, specifier: string): string | null;
}

/** The way of one exported name to where it is defined. */
export interface NamePath {
  readonly path: readonly BindingStep[];
  /** Whether the name was found at its end, and not just lost on the way. */
  readonly found: boolean;
  readonly typeOnly: boolean;
}

/** Follows exported names through re-exports; remembers what it found. */
export interface NameLinker {
  follow(file: string, name: string): NamePath;
  /** Every name that a file gives away, those of `export *` included. */
  exportedNames(file: string): readonly string[];
  forget(): void;
}

export function createNameLinker(modules: Modules): NameLinker {
  const known = new Map<string, NamePath>();

  // `visited` holds what this search has entered: in a cycle nothing is looked for twice.
  function follow(file: string, name: string, visited = new Set<string>()): NamePath {
    const key = `${file}\0${name}`;
    const before = known.get(key);
    if (before) return before;
    const isWhole = visited.size === 0;
    visited.add(key);
    const result = search(file, name, visited);
    if (result.found || isWhole) known.set(key, result);
    return result;
  }

  function search(file: string, name: string, visited: Set<string>): NamePath {
    const step = { file, name };
    if (name === "*") return { path: [step], found: true, typeOnly: false };
    const { exports } = modules.sourceFacts(file);
    const own = exports.find((fact) => fact.name === name);
    if (own) return prepend(step, own.typeOnly, passOn(file, own, visited));
    for (const star of name === "default" ? [] : exports) {
      const next = star.name === "*" ? passOn(file, star, visited, name) : null;
      if (next?.found) return prepend(step, star.typeOnly, next);
    }
    return { path: [step], found: false, typeOnly: false };
  }

  function passOn(
    file: string,
    { from }: ExportFact,
    visited: Set<string>,
    name = from?.name ?? "*",
  ): NamePath | null {
    const target = from ? modules.target(file, from.specifier) : null;
    if (target === null || visited.has(`${target}\0${name}`)) return null;
    return follow(target, name, visited);
  }

  function exportedNames(file: string, visited = new Set<string>()): readonly string[] {
    if (visited.has(file)) return [];
    visited.add(file);
    const { exports } = modules.sourceFacts(file);
    const names = exports.flatMap((fact) => {
      if (fact.name !== "*") return [fact.name];
      const target = fact.from ? modules.target(file, fact.from.specifier) : null;
      if (target === null) return [];
      return exportedNames(target, visited).filter((name) => name !== "default");
    });
    return [...new Set(names)];
  }

  return {
    follow: (file, name) => follow(file, name),
    exportedNames: (file) => exportedNames(file),
    forget: () => {
      known.clear();
    },
  };
}

function prepend(step: BindingStep, typeOnly: boolean, next: NamePath | null): NamePath {
  if (!next) return { path: [step], found: true, typeOnly };
  return {
    path: [step, ...next.path],
    found: true,
    typeOnly: typeOnly || next.typeOnly,
  };
}
