import type { BindingStep, SourceFacts } from "@domain-isolation/model";
import { remember } from "../remember.js";
import { createExportIndex, type ExportIndex } from "./export-index.js";
import { filesTo, throughStars, type StarTarget, type Stop } from "./through-stars.js";

/** What the linker needs to know of the modules. */
export interface Modules {
  sourceFacts(file: string): SourceFacts;
  /** The file that a specifier of a file leads to, null outside the root and where unresolved. */
  target(file: string, specifier: string): string | null;
}

/** The way of one exported name to where it is defined, or to the last file that it could be followed to. */
export interface NamePath {
  readonly path: readonly BindingStep[];
  readonly typeOnly: boolean;
}

/** Follows exported names through re-exports; remembers what it found. */
export interface NameLinker {
  follow(file: string, name: string): NamePath;
  /** Every name that a file gives away, those of `export *` included. */
  exportedNames(file: string): readonly string[];
  /** The specifiers of `export *`, in their order; null where the file has the name by itself. */
  starsFor(file: string, name: string): readonly string[] | null;
  forget(): void;
}

/** Nothing in it calls itself: a chain of re-exports may be longer than JavaScript's stack is deep. */
export function createNameLinker(modules: Modules): NameLinker {
  const known = new Map<string, NamePath>();
  const exportsOf = createExportIndex((file) => modules.sourceFacts(file));

  const starTargets = (file: string): readonly StarTarget[] =>
    exportsOf(file).stars.flatMap(({ from, typeOnly }) => {
      const target = from ? modules.target(file, from.specifier) : null;
      return target === null ? [] : [{ file: target, typeOnly }];
    });

  /** The first file, through stars, that has the name by itself; null without one. */
  function holderOf({ file, name }: BindingStep, entered: ReadonlySet<string>): Stop | null {
    if (name === "*") return null;
    const isEntered = (other: string) => entered.has(keyOf(other, name));
    for (const stop of throughStars(file, starTargets, isEntered)) {
      if (exportsOf(stop.file).own.has(name)) return stop;
      if (name === "default") return null;
    }
    return null;
  }

  /** Where the file that holds a name takes it from; null where it defines it. */
  function sourceOf(holder: Stop, name: string): BindingStep | null {
    const from = exportsOf(holder.file).own.get(name)?.from;
    const target = from ? modules.target(holder.file, from.specifier) : null;
    return from && target !== null ? { file: target, name: from.name } : null;
  }

  const isTypeOnly = (holder: Stop, name: string): boolean =>
    holder.typeOnly || exportsOf(holder.file).own.get(name)?.typeOnly === true;

  function follow(start: BindingStep): NamePath {
    const path: BindingStep[] = [];
    const entered = new Set<string>();
    let typeOnly = false;
    let step: BindingStep | null = start;
    while (step && !entered.has(keyOf(step.file, step.name))) {
      const { file, name }: BindingStep = step;
      const holder = holderOf(step, entered);
      for (const passing of holder ? filesTo(holder) : [file]) {
        path.push({ file: passing, name });
        entered.add(keyOf(passing, name));
      }
      typeOnly ||= holder !== null && isTypeOnly(holder, name);
      step = holder && sourceOf(holder, name);
    }
    return { path, typeOnly };
  }

  return {
    follow: (file, name) => remember(known, keyOf(file, name), () => follow({ file, name })),
    exportedNames: (file) => {
      const names = new Set<string>();
      for (const stop of throughStars(file, starTargets, () => false)) {
        for (const name of exportsOf(stop.file).own.keys()) {
          if (name !== "default" || stop.before === null) names.add(name);
        }
      }
      return [...names];
    },
    starsFor: (file, name) => starsFor(name, exportsOf(file)),
    forget: () => {
      known.clear();
    },
  };
}

function starsFor(name: string, { own, stars }: ExportIndex): readonly string[] | null {
  return own.has(name) ? null : stars.flatMap(({ from }) => from?.specifier ?? []);
}

function keyOf(file: string, name: string): string {
  return `${file}\0${name}`;
}
