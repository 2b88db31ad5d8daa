import type { Handle } from "../../values/value.js";

/** The schema in which a client looks; null for the usual one. */
export function schemaOf({ memory: { schema } }: Handle): string | null {
  return schema?.is === "identifier" ? (schema.names[0] ?? null) : null;
}

/** `supabase.schema("billing")` */
export function withSchema(handle: Handle, name: string | null): Handle {
  const schema = { is: "identifier", names: name === null ? [] : [name] } as const;
  return { ...handle, memory: { ...handle.memory, schema } };
}
