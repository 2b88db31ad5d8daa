import { statSync } from "node:fs";
import { resolve } from "node:path";
import { CannotRun } from "../exit.js";
import { readPointer, type Pointer } from "./pick-imports.js";

/** What somebody wants explained: a file or a place in it, or something else by its name. */
export type Target =
  | { readonly kind: "file"; readonly pointer: Pointer; readonly specifier: string | undefined }
  | { readonly kind: "table" | "env" | "finding" | "name"; readonly name: string };

const kinds = ["table", "env", "finding"] as const;

/**
 * A file wins over what is called alike; one whose own name ends like `:12` is meant as it is written.
 *
 * @throws {CannotRun} for a folder.
 */
export function readTarget(subject: string, specifier: string | undefined, cwd: string): Target {
  const stats = (path: string) => statSync(resolve(cwd, path), { throwIfNoEntry: false });
  const kind = kinds.find((one) => one === subject);
  const isFile = stats(subject)?.isFile() === true;
  if (kind && specifier !== undefined && !isFile) return { kind, name: specifier };
  const pointer = isFile ? { path: subject, line: null, column: null } : readPointer(subject);
  const found = stats(pointer.path);
  if (found?.isDirectory() === true) {
    throw new CannotRun(
      `\`${pointer.path}\` is a folder; explain takes a file (for a table of that name, \`explain table ${pointer.path}\`)`,
    );
  }
  const isName = !found && specifier === undefined && !/[/\\]/u.test(subject);
  return isName ? { kind: "name", name: subject } : { kind: "file", pointer, specifier };
}
