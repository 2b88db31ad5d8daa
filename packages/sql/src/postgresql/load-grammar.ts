import { createRequire } from "node:module";
import { isNumericFunction, type NumericFunction } from "../wasm/numeric-function.js";
import {
  compileWasm,
  instantiateWasm,
  type WasmImports,
  type WasmInstance,
  type WasmModule,
} from "../wasm/web-assembly.js";

const require = createRequire(import.meta.url);

/** What libpg-query's code shows of itself to JavaScript. */
export interface PostgresqlRuntime {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly _malloc: NumericFunction;
  readonly _free: NumericFunction;
  readonly _wasm_parse_query_raw: NumericFunction;
  readonly _wasm_free_parse_result: NumericFunction;
  readonly _wasm_parse_plpgsql: NumericFunction;
  readonly _wasm_free_string: NumericFunction;
}

let compiled: WasmModule | null = null;

/**
 * A new instance of PostgreSQL's own parser. Emscripten starts in an asynchronous function, but asks
 * `instantiateWasm` before its first `await`, and shows the functions as soon as it has the
 * instance. What it does after that prepares files and timers, which a parser doesn't use.
 */
export function loadPostgresqlGrammar(): PostgresqlRuntime {
  compiled ??= compileWasm(require.resolve("libpg-query/wasm/libpg-query.wasm"));
  const runtime = instantiate(compiled, require("libpg-query/wasm/libpg-query.js"));
  if (!isRuntime(runtime)) throw new Error("libpg-query doesn't show the functions of its parser");
  return runtime;
}

function instantiate(module: WasmModule, start: unknown): object {
  const options = {
    print: ignore,
    printErr: ignore,
    instantiateWasm(imports: WasmImports, done: (instance: WasmInstance) => void) {
      const instance = instantiateWasm(module, imports);
      done(instance);
      return instance.exports;
    },
  };
  const started = isStart(start) ? start(options) : null;
  // Where it fails, the functions are missing, and that is what gets said.
  if (started instanceof Promise) started.catch(ignore);
  return options;
}

function isStart(value: unknown): value is (options: object) => unknown {
  return typeof value === "function";
}

function ignore(): void {
  // What it prints is also in the error that it gives back.
}

function isRuntime(module: object): module is PostgresqlRuntime {
  return (
    hasFunctions(module, "_malloc", "_free", "_wasm_free_string", "_wasm_parse_plpgsql") &&
    hasFunctions(module, "_wasm_parse_query_raw", "_wasm_free_parse_result") &&
    "HEAPU8" in module &&
    module.HEAPU8 instanceof Uint8Array &&
    "HEAPU32" in module &&
    module.HEAPU32 instanceof Uint32Array
  );
}

function hasFunctions(module: object, ...names: readonly string[]): boolean {
  return names.every((name) => isNumericFunction(Reflect.get(module, name)));
}
