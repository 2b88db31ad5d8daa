/** A name without its extension, and without the way that stands before it: `1_users.up.sql`. */
export function stemOf(name: string): string {
  return name.replace(/(?:\.(?:up|down))?\.[^./]+$/u, "");
}
