import type { Span } from "@domain-isolation/model";

/** The syntax of a schema, as Prisma's own grammar (`datamodel.pest` of prisma-engines) has it. */
export type Block = ModelBlock | TypeBlock | EnumBlock | ConfigBlock;

interface BlockHead {
  readonly name: Name;
  /** From the keyword to the closing brace. */
  readonly span: Span;
}

export interface RecordBlock extends BlockHead {
  readonly fields: readonly FieldLine[];
  readonly attributes: readonly Attribute[];
}

export interface ModelBlock extends RecordBlock {
  readonly keyword: "model" | "view";
}

export interface TypeBlock extends RecordBlock {
  readonly keyword: "type";
}

export interface EnumBlock extends BlockHead {
  readonly keyword: "enum";
  readonly values: readonly ValueLine[];
  readonly attributes: readonly Attribute[];
}

export interface ConfigBlock extends BlockHead {
  readonly keyword: "datasource" | "generator";
  readonly settings: readonly SettingLine[];
}

export interface Name {
  readonly text: string;
  readonly span: Span;
}

export interface FieldLine {
  readonly name: Name;
  readonly type: TypeReference;
  readonly attributes: readonly Attribute[];
  readonly span: Span;
}

export interface TypeReference {
  /** What stands in the quotes of `Unsupported("…")`, or the name. */
  readonly name: Name;
  readonly isUnsupported: boolean;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

export interface ValueLine {
  readonly name: Name;
  readonly attributes: readonly Attribute[];
}

export interface SettingLine {
  readonly name: Name;
  readonly value: Expression;
}

/** `@id`, `@db.VarChar(255)`, `@@map("users")`: its name is without the `@`. */
export interface Attribute {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly span: Span;
}

export interface Argument {
  readonly name: string | null;
  readonly value: Expression;
}

export type Expression = {
  readonly span: Span;
} & (
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number" }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Argument[] }
  | { readonly kind: "object" }
);
