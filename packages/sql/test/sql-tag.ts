import type { SqlSegment } from "../src/index.js";

export const value: SqlSegment = { kind: "value" };
export const identifier: SqlSegment = { kind: "identifier" };
/** Its reason is what `opaque` must say. */
export const unknown: SqlSegment = { kind: "unknown", reason: "`x` is not known" };

export function table(name: string, schema: string | null = null): SqlSegment {
  return { kind: "table", name, schema };
}

/** A template of SQL as segments: text stands at the even indices, what is put in at the odd ones. */
export function sql(
  texts: TemplateStringsArray,
  ...inserted: readonly SqlSegment[]
): readonly SqlSegment[] {
  return texts.flatMap((text, index) => [
    { kind: "text" as const, text },
    ...inserted.slice(index, index + 1),
  ]);
}
