/** A function of a WebAssembly module: numbers in, a number out. */
export type NumericFunction = (...values: number[]) => number;

export function isNumericFunction(value: unknown): value is NumericFunction {
  return typeof value === "function";
}
