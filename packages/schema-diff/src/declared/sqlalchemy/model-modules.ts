import type { Dialect } from "@domain-isolation/model";
import { createHost } from "../../readers/alembic/alembic-host.js";
import { createExisting } from "../../readers/alembic/existing.js";
import { createWorld } from "../../readers/alembic/world.js";
import { createRun, type Run } from "../../readers/python/frame.js";
import type { Host } from "../../readers/python/host.js";
import { createModules } from "../../readers/python/modules.js";
import { parsePython, type PythonFile } from "../../readers/python/parse-python.js";
import { runModule } from "../../readers/python/run-module.js";
import type { Scope } from "../../readers/python/scope.js";
import { name, type Value } from "../../readers/python/value.js";

export interface ModelModule {
  readonly file: PythonFile;
  readonly scope: Scope;
  readonly run: Run;
}

/** Runs modules in which models stand, and those that they import. */
export function modelModules(
  candidates: readonly string[],
  text: (file: string) => string | null,
  dialect: Dialect,
): readonly ModelModule[] {
  const ran = new Map<string, ModelModule>();
  const host = modelHost(dialect);
  const modules = createModules({
    bases: basesOf(candidates),
    text,
    run: (path, content) => execute(path, content).scope,
  });
  const execute = (path: string, content: string): ModelModule => {
    const known = ran.get(path);
    if (known) return known;
    const file = parsePython(path, content);
    const run = createRun(host, modules);
    const made = { file, scope: runModule(file, run).scope, run };
    ran.set(path, made);
    return made;
  };
  return candidates.flatMap((path) => {
    const content = text(path);
    return content === null ? [] : [execute(path, content)];
  });
}

/** The folders that absolute imports may start from: the root first, then all that hold models. */
function basesOf(files: readonly string[]): readonly string[] {
  const folders = files.flatMap((file) => {
    const segments = file.split("/").slice(0, -1);
    return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
  });
  return ["", ...new Set(folders)].toSorted((a, b) => a.split("/").length - b.split("/").length);
}

/** What SQLAlchemy does when models are declared: nothing to any database. */
function modelHost(dialect: Dialect): Host {
  const host = createHost(
    createWorld(dialect),
    createExisting(() => [], dialect),
    { follows: () => true },
  );
  return {
    ...host,
    member: (term) => (isExtension(term.of) ? name(`sqlalchemy.${term.name}`) : host.member(term)),
  };
}

/** `db = SQLAlchemy()` of Flask has all of SQLAlchemy's names. */
function isExtension(value: Value): boolean {
  return (
    value.kind === "call" &&
    value.callee.kind === "name" &&
    /(?:^|\.)(?:flask_sqlalchemy\.\w+|SQLAlchemy|SQLA)$/u.test(value.callee.path)
  );
}
