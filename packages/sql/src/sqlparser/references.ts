/** The values of JavaScript that WebAssembly holds, by their number. */
export interface ReferenceTable {
  grow(count: number): number;
  get(index: number): unknown;
  set(index: number, value: unknown): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

export interface References {
  /** The function of JavaScript that is imported under a name. */
  importNamed(name: string): (...values: readonly (number | undefined)[]) => unknown;
  connect(memory: Memory, table: ReferenceTable): void;
}

const decoder = new TextDecoder();

export function isReferenceTable(value: unknown): value is ReferenceTable {
  return (
    typeof value === "object" &&
    value !== null &&
    ["grow", "get", "set"].every((name) => typeof Reflect.get(value, name) === "function")
  );
}

/**
 * The few functions that wasm-bindgen's code calls while it parses to JSON: it makes strings for
 * errors. The others make objects, which JSON needs none of. Their names end in a hash that changes
 * with each version, so they are known by their beginnings.
 */
export function createReferences(): References {
  let connected: { readonly memory: Memory; readonly table: ReferenceTable } | null = null;
  const textAt = (start: number, length: number) =>
    decoder.decode(new Uint8Array(connected?.memory.buffer ?? new ArrayBuffer(0), start, length));
  return {
    connect(memory, table) {
      connected = { memory, table };
    },
    importNamed(name) {
      if (name === "__wbindgen_init_externref_table") {
        return () => {
          if (connected) fillConstants(connected.table);
        };
      }
      if (name.startsWith("__wbindgen_cast_")) {
        return (value, length) => (length === undefined ? value : textAt(value ?? 0, length));
      }
      if (name.startsWith("__wbg___wbindgen_throw_")) {
        return (start, length) => {
          throw new Error(textAt(start ?? 0, length ?? 0));
        };
      }
      return () => undefined;
    },
  };
}

/** What wasm-bindgen takes to stand at the beginning of its table. */
function fillConstants(table: ReferenceTable): void {
  const offset = table.grow(4);
  table.set(0, undefined);
  for (const [index, value] of [undefined, null, true, false].entries()) {
    table.set(offset + index, value);
  }
}
