/** `files: undefined` says the same as leaving `files` out, as TypeScript's types allow. */
export function withoutUndefined(value: unknown, around: readonly unknown[] = []): unknown {
  if (around.includes(value)) return value;
  const within = [...around, value];
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item, within));
  if (!isPlainObject(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutUndefined(field, within)]));
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
