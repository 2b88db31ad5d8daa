import type { Handle, Value } from "../values/value.js";

/** A handle that only its type makes known. */
export function byType(handle: Handle): Handle {
  return { ...handle, byType: true };
}

/** What comes of a handle rests on what the handle rests on. */
export function comingOf(handle: Handle, value: Value | null | undefined): Value | null {
  if (!value) return null;
  return handle.byType && value.is === "handle" ? byType(value) : value;
}
