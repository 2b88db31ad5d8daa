/** Words that PostgreSQL takes for names of types or columns only in quotes. */
const reserved = new Set(
  (
    "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint " +
    "create current_catalog current_date current_role current_time current_timestamp current_user " +
    "default deferrable desc distinct do else end except false fetch for foreign from grant group " +
    "having in initially intersect into lateral leading limit localtime localtimestamp not null offset " +
    "on only or order placing primary references returning select session_user some symmetric " +
    "system_user table then to trailing true union unique user using variadic when where window with"
  ).split(" "),
);

/** A name as `quote_identifier` writes it: in quotes only where it needs them. */
export function quoteIdentifier(name: string): string {
  const isPlain = /^[a-z_][a-z0-9_$]*$/u.test(name) && !reserved.has(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}
