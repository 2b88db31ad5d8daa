import { createTreeMaker } from "./tree-maker.js";

/** The values of JavaScript that WebAssembly holds, by their number. */
export interface ReferenceTable {
  grow(count: number): number;
  get(index: number): unknown;
  set(index: number, value: unknown): void;
}

export interface Memory {
  readonly buffer: ArrayBuffer;
}

export type ImportedFunction = (...values: readonly unknown[]) => unknown;

export interface JavascriptValues {
  /** The function of JavaScript that is imported under a name. */
  importNamed(name: string): ImportedFunction;
  connect(memory: Memory, table: ReferenceTable): void;
}

const decoder = new TextDecoder();

/**
 * The few functions that wasm-bindgen's code calls to make a syntax tree, or the message of an
 * error, of JavaScript's values. Their names end in a hash that changes with each version, so they
 * are known by their beginnings.
 */
export function createJavascriptValues(): JavascriptValues {
  let memory: Memory = { buffer: new ArrayBuffer(0) };
  let bytes = new Uint8Array(memory.buffer);
  let references: ReferenceTable | null = null;
  const trees = createTreeMaker();
  const textAt = (start: unknown, length: unknown) => {
    // Memory that grows gets another buffer.
    if (bytes.buffer !== memory.buffer) bytes = new Uint8Array(memory.buffer);
    return decodeText(bytes, Number(start), Number(length));
  };
  return {
    connect(connectedMemory, table) {
      memory = connectedMemory;
      references = table;
    },
    importNamed(name) {
      if (name.startsWith("__wbg_new_")) return () => trees.make(name);
      if (name.startsWith("__wbg_set_")) {
        return (target, key, value) => {
          trees.set(target, key, value);
        };
      }
      if (name.startsWith("__wbg___wbindgen_is_undefined_")) return (value) => value === undefined;
      // A number comes alone, a string with its length.
      if (name.startsWith("__wbindgen_cast_")) {
        return (value, length) => (length === undefined ? value : textAt(value, length));
      }
      if (name !== "__wbindgen_init_externref_table") return () => undefined;
      return () => {
        if (references) fillConstants(references);
      };
    },
  };
}

/** Most texts are names of fields, in ASCII: a decoder costs more than they do. */
function decodeText(bytes: Uint8Array, start: number, length: number): string {
  if (length > 24) return decoder.decode(bytes.subarray(start, start + length));
  let text = "";
  for (let at = start; at < start + length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return decoder.decode(bytes.subarray(start, start + length));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** What wasm-bindgen takes to stand at the beginning of its table. */
function fillConstants(table: ReferenceTable): void {
  const offset = table.grow(4);
  table.set(0, undefined);
  for (const [index, value] of [undefined, null, true, false].entries()) {
    table.set(offset + index, value);
  }
}

export function isReferenceTable(value: unknown): value is ReferenceTable {
  return (
    typeof value === "object" &&
    value !== null &&
    ["grow", "get", "set"].every((name) => typeof Reflect.get(value, name) === "function")
  );
}
