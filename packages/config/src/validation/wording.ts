import type { MapPath } from "@domain-isolation/model";

/** The path as one would write it in code: `domains.users.files[0]`. */
export function nameOfPath(path: MapPath): string {
  if (path.length === 0) return "the configuration";
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${String(step)}]`;
    return /^[\p{L}\p{N}_$]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `\`${steps.join("").replace(/^\./u, "")}\``;
}

/** What a value is, for somebody who expected something else; short ones are repeated. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return value.length <= 20 ? JSON.stringify(value) : "a string";
    case "number":
    case "boolean":
      return String(value);
    case "object":
      return "an object";
    default:
      return value === undefined ? "undefined" : `a ${typeof value}`;
  }
}
