import { createHash } from "node:crypto";

/** The most characters of a name that PostgreSQL keeps. */
const longest = 63;

/** A name that SQLAlchemy makes: where it is too long, its end is a hash of the whole. */
export function generatedName(name: string): string {
  if (name.length <= longest) return name;
  const hash = createHash("md5").update(name).digest("hex");
  return `${name.slice(0, longest - 8)}_${hash.slice(-4)}`;
}
