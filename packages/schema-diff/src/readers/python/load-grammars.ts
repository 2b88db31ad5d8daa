import { createRequire } from "node:module";
import type * as Lezer from "@lezer/python";
import type * as PyAst from "py-ast";

// Loaded with the first file: they are heavy, and most projects have no Python at all.
const requirePyAst: (id: "py-ast") => typeof PyAst = createRequire(import.meta.url);
const requireLezer: (id: "@lezer/python") => typeof Lezer = createRequire(import.meta.url);

export function pyAst(): typeof PyAst {
  return requirePyAst("py-ast");
}

export function lezerPython(): typeof Lezer {
  return requireLezer("@lezer/python");
}
