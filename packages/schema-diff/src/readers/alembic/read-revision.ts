import type { Dialect } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import { callFunction } from "../python/call-function.js";
import { createRun } from "../python/frame.js";
import type { Modules } from "../python/modules.js";
import { parsePython, type PythonFile } from "../python/parse-python.js";
import { runModule } from "../python/run-module.js";
import type { Scope } from "../python/scope.js";
import { createHost } from "./alembic-host.js";
import { createExisting } from "./existing.js";
import { readHeader, type RevisionHeader } from "./revision-header.js";
import { createWorld, opaque } from "./world.js";

/** What the files of a tree are read with. */
export interface Reading {
  readonly dialect: Dialect;
  readonly modules: Modules;
  /** Whether the functions of a file are run. */
  follows(file: string): boolean;
}

/** A file of a tree, its head read, its functions not yet. */
export interface RevisionFile {
  readonly file: PythonFile;
  readonly scope: Scope;
  readonly header: RevisionHeader | null;
}

export function readRevisionFile(path: string, text: string, reading: Reading): RevisionFile {
  const file = parsePython(path, text);
  const scope = scopeOfModule(file, reading);
  return { file, scope, header: readHeader(file, scope) };
}

/** The names of a module. What it does while it is imported doesn't count. */
export function scopeOfModule(file: PythonFile, reading: Reading): Scope {
  const { dialect, modules } = reading;
  const world = createWorld(dialect);
  const host = createHost(
    world,
    createExisting(() => [], dialect),
    reading,
  );
  return runModule(file, createRun(host, modules)).scope;
}

/** What a function of a revision does, on a database that `before` was done to. Null where there is none. */
export function readFunction(
  name: "upgrade" | "downgrade",
  { file, scope }: RevisionFile,
  before: readonly Change[],
  reading: Reading,
): readonly Change[] | null {
  const { dialect, modules } = reading;
  const callee = scope.names.get(name);
  const world = createWorld(dialect);
  if (callee?.kind !== "function") return missingFunction(name, file, callee !== undefined);
  const existing = createExisting(() => [...before, ...world.changes], dialect);
  const run = createRun(createHost(world, existing, reading), modules);
  const at = callee.file.placeOf(callee.node);
  const term = { kind: "call", callee, args: [], named: new Map(), isPartial: false, at } as const;
  callFunction(callee, term, { run, file, scope });
  return world.changes;
}

/** Null where there is none. */
function missingFunction(
  name: string,
  { file, error }: PythonFile,
  isElsewhere: boolean,
): readonly Change[] | null {
  if (!isElsewhere && !error) return null;
  const at = { file, span: error?.span ?? { start: 0, end: 0 } };
  const reason = isElsewhere ? "stands elsewhere" : "can't be parsed";
  return [opaque(at, `what \`${name}\` does ${reason}`)];
}
