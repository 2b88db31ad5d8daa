import { createRequire } from "node:module";
import type { Span } from "@domain-isolation/model";
import type * as Jsonc from "jsonc-parser";

// Loaded with the first text that is not plain JSON.
export const requireJsonc: (id: "jsonc-parser") => typeof Jsonc = createRequire(import.meta.url);

export type JsonObject = Readonly<Record<string, unknown>>;

/** What could be read of a JSON text with comments and trailing commas; what is broken is left out. */
export interface ReadJson {
  readonly value: JsonObject;
  readonly error: { readonly span: Span; readonly reason: string } | null;
}

export function readJson(text: string): ReadJson {
  const strict = parseStrictly(text);
  if (strict) return { value: strict, error: null };
  const errors: Jsonc.ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  const value: unknown = requireJsonc("jsonc-parser").parse(text, errors, options);
  const first = errors[0];
  return { value: asObject(value), error: first ? jsonError(first) : null };
}

function parseStrictly(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return asObject(value);
  } catch {
    return null;
  }
}

function jsonError({ error, offset, length }: Jsonc.ParseError): ReadJson["error"] {
  const { printParseErrorCode } = requireJsonc("jsonc-parser");
  const words = printParseErrorCode(error).replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ");
  return {
    span: { start: offset, end: offset + length },
    reason: `it is not valid JSON (${words.toLowerCase()}); what could be read of it is used`,
  };
}

/** The object itself, or an empty one for anything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The strings of an array; of a single string, that one. */
export function asStrings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function asString(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
