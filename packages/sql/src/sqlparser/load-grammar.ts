import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isNumericFunction, type NumericFunction } from "../wasm/numeric-function.js";
import { compileWasm, importsOf, instantiateWasm, type WasmModule } from "../wasm/web-assembly.js";
import {
  createJavascriptValues,
  isReferenceTable,
  type Memory,
  type ReferenceTable,
} from "./javascript-values.js";

const require = createRequire(import.meta.url);

/** What sqlparser-rs, compiled by wasm-bindgen, shows of itself. */
export interface SqlparserRuntime {
  readonly memory: Memory;
  /** Answers in three numbers: a reference to the trees, or 0, one to an error, and 1. */
  readonly parse_sql: (...values: number[]) => unknown;
  readonly __wbindgen_malloc: NumericFunction;
  readonly __wbindgen_free: NumericFunction;
  readonly __wbindgen_start: NumericFunction;
  readonly __externref_table_dealloc: NumericFunction;
  readonly __wbindgen_externrefs: ReferenceTable;
}

let compiled: WasmModule | null = null;

/**
 * A new instance of sqlparser-rs. Its package starts asynchronously, and only once: but whatever
 * runs out of stack leaves an instance that can't be used again.
 */
export function loadSqlparser(): SqlparserRuntime {
  const entry = require.resolve("@guanmingchiu/sqlparser-ts");
  compiled ??= compileWasm(join(dirname(entry), "../wasm/sqlparser_rs_wasm_bg.wasm"));
  const values = createJavascriptValues();
  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module, name } of importsOf(compiled)) {
    (imports[module] ??= {})[name] = values.importNamed(name);
  }
  const { exports } = instantiateWasm(compiled, imports);
  if (!isRuntime(exports)) throw new Error("sqlparser-ts doesn't show the functions of its parser");
  values.connect(exports.memory, exports.__wbindgen_externrefs);
  exports.__wbindgen_start();
  return exports;
}

function isRuntime(exports: object): exports is SqlparserRuntime {
  return (
    [
      "parse_sql",
      "__wbindgen_malloc",
      "__wbindgen_free",
      "__wbindgen_start",
      "__externref_table_dealloc",
    ].every((name) => isNumericFunction(Reflect.get(exports, name))) &&
    "__wbindgen_externrefs" in exports &&
    isReferenceTable(exports.__wbindgen_externrefs) &&
    "memory" in exports
  );
}
