/** A type as a dialect writes it. */
export interface CompiledType {
  /** Null where it can't be told. */
  readonly text: string | null;
  /** What to call it where it isn't known. */
  readonly name: string;
  /** Which numbers a sequence can give out for it. */
  readonly integer: "small" | "plain" | "big" | null;
  /** The type of its own that it needs, in PostgreSQL. */
  readonly enum: EnumType | null;
  /** The values that a `CHECK` holds it to, where it is asked for. */
  readonly check: readonly string[] | null;
}

export interface EnumType {
  readonly schema: string | null;
  readonly name: string;
  readonly values: readonly string[];
  /** Whether tables that have such a column make it. */
  readonly isCreated: boolean;
}

export function known(text: string, integer: CompiledType["integer"] = null): CompiledType {
  return { text, name: text, integer, enum: null, check: null };
}

export function unknownType(name: string): CompiledType {
  return { text: null, name, integer: null, enum: null, check: null };
}
