import type { Dialect } from "@domain-isolation/model";
import { problemOf, unreadable } from "../../trees/problem.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { TreeFiles } from "../reader.js";

interface Lock {
  /** Null where nothing is said of it. */
  readonly dialect: Dialect | null;
  readonly problems: readonly TreeProblem[];
}

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ["cockroachdb", "postgresql"],
  ["mysql", "mysql"],
  ["postgres", "postgresql"],
  ["postgresql", "postgresql"],
  ["sqlite", "sqlite"],
]);

/** What `migration_lock.toml` says of the database. */
export function readLock(files: TreeFiles, base: string): Lock {
  const file = base === "" ? "migration_lock.toml" : `${base}/migration_lock.toml`;
  if (!files.files.includes(file)) return { dialect: null, problems: [] };
  const text = files.text(file);
  if (text === null) return { dialect: null, problems: [unreadable(file)] };
  const provider = /^\s*provider\s*=\s*"([^"\n]*)"/mu.exec(text)?.[1] ?? null;
  const dialect = provider === null ? null : (dialects.get(provider) ?? null);
  if (dialect) return { dialect, problems: [] };
  const said = provider === null ? "names no provider" : `names the provider ${provider}`;
  const message = `${file} ${said}, so the dialect of the domain map is taken; migrations are read for postgresql, mysql and sqlite`;
  return { dialect: null, problems: [problemOf("unreadable file", file, message)] };
}
