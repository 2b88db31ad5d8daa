import { readFileSync } from "node:fs";

/** Code that is compiled once, and can be made to run any number of times. */
export type WasmModule = object;

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

export interface WasmImport {
  readonly module: string;
  readonly name: string;
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is used of WebAssembly: its types come with those of the DOM, which Node code doesn't have. */
declare const WebAssembly: {
  readonly Module: {
    new (bytes: Uint8Array): WasmModule;
    imports(module: WasmModule): readonly WasmImport[];
  };
  readonly Instance: new (module: WasmModule, imports: WasmImports) => WasmInstance;
};

/** Compiles a file; synchronously, because an ESLint rule can't wait. */
export function compileWasm(path: string): WasmModule {
  return new WebAssembly.Module(readFileSync(path));
}

export function importsOf(module: WasmModule): readonly WasmImport[] {
  return WebAssembly.Module.imports(module);
}

export function instantiateWasm(module: WasmModule, imports: WasmImports): WasmInstance {
  return new WebAssembly.Instance(module, imports);
}
