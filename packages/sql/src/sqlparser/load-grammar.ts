import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isNumericFunction, type NumericFunction } from "../wasm/numeric-function.js";
import { compileWasm, importsOf, instantiateWasm, type WasmModule } from "../wasm/web-assembly.js";
import { createReferences, isReferenceTable, type ReferenceTable } from "./references.js";

const require = createRequire(import.meta.url);

/** What sqlparser-rs, compiled by wasm-bindgen, shows of itself. */
export interface SqlparserRuntime {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Answers in four numbers: text and its length, or a reference to an error and 1. */
  readonly parse_sql_to_json_string: (...values: number[]) => unknown;
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
  const references = createReferences();
  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module, name } of importsOf(compiled)) {
    (imports[module] ??= {})[name] = references.importNamed(name);
  }
  const { exports } = instantiateWasm(compiled, imports);
  if (!isRuntime(exports)) throw new Error("sqlparser-ts doesn't show the functions of its parser");
  references.connect(exports.memory, exports.__wbindgen_externrefs);
  exports.__wbindgen_start();
  return exports;
}

function isRuntime(exports: object): exports is SqlparserRuntime {
  return (
    [
      "parse_sql_to_json_string",
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
