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
  const exportsOf = createExportIndex(modules);

  function follow(file: string, name: string, search: Search = newSearch()): NamePath {
    const key = `${file}\0${name}`;
    const before = known.get(key);
    if (before) return before;
    const isWhole = search.entered.size === 0;
    search.entered.add(key);
    const result = look(file, name, search);
    // What a cycle cut short holds for this search only.
    if (result.found || isWhole || !search.wasCut) known.set(key, result);
    return result;
  }

  function look(file: string, name: string, search: Search): NamePath {
    const step = { file, name };
    if (name === "*") return { path: [step], found: true, typeOnly: false };
    const { own, stars } = exportsOf(file);
    const fact = own.get(name);
    if (fact) return prepend(step, fact.typeOnly, passOn(file, fact, search));
    for (const star of name === "default" ? [] : stars) {
      const next = passOn(file, star, search, name);
      if (next?.found) return prepend(step, star.typeOnly, next);
    }
    return { path: [step], found: false, typeOnly: false };
  }

  function passOn(
    file: string,
    { from }: ExportFact,
    search: Search,
    name = from?.name ?? "*",
  ): NamePath | null {
    const target = from ? modules.target(file, from.specifier) : null;
    if (target === null) return null;
    if (!search.entered.has(`${target}\0${name}`)) return follow(target, name, search);
    search.wasCut = true;
    return null;
  }

  function exportedNames(file: string, visited = new Set<string>()): readonly string[] {
    if (visited.has(file)) return [];
    visited.add(file);
    const { own, stars } = exportsOf(file);
    const passedOn = stars.flatMap(({ from }) => {
      const target = from ? modules.target(file, from.specifier) : null;
      return target === null ? [] : exportedNames(target, visited);
    });
    return [...new Set([...own.keys(), ...passedOn.filter((name) => name !== "default")])];
  }

  return {
    follow: (file, name) => follow(file, name),
    exportedNames: (file) => exportedNames(file),
    forget: () => {
      known.clear();
    },
  };
}

/** One walk after a name: in a cycle nothing is entered twice. */
interface Search {
  readonly entered: Set<string>;
  wasCut: boolean;
}

function newSearch(): Search {
  return { entered: new Set(), wasCut: false };
}

interface ExportIndex {
  readonly own: ReadonlyMap<string, ExportFact>;
  /** `export * from` */
  readonly stars: readonly ExportFact[];
}

/** Barrels of icons give away thousands of names: they are looked up, not searched. */
function createExportIndex(modules: Modules): (file: string) => ExportIndex {
  const indexes = new WeakMap<SourceFacts, ExportIndex>();
  return (file) => {
    const facts = modules.sourceFacts(file);
    const before = indexes.get(facts);
    if (before) return before;
    const own = new Map<string, ExportFact>();
    for (const fact of facts.exports) {
      if (fact.name !== "*" && !own.has(fact.name)) own.set(fact.name, fact);
    }
    const index = { own, stars: facts.exports.filter(({ name }) => name === "*") };
    indexes.set(facts, index);
    return index;
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
