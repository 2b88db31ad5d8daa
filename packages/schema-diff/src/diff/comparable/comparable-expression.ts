/**
 * An expression as a text that is the same for most of those that mean the same: databases and
 * libraries write casts, parentheses and quotes as they like.
 */
export function comparableExpression(expression: string): string {
  const pieces = expression.match(/'(?:''|[^'])*'|"(?:""|[^"])*"|`[^`]*`|[^'"`]+/gu) ?? [];
  return pieces
    .map((piece) => {
      if (piece.startsWith("'")) return piece;
      return /^["`]/u.test(piece) ? piece.slice(1, -1).toLowerCase() : piece.toLowerCase();
    })
    .join("")
    .replaceAll(casts, "")
    .replaceAll(/(?:\b\w+\.)+(?=\w)/gu, "")
    .replaceAll(/[\s()]+/gu, "");
}

const casts =
  /::\s*(?:"[^"]+"|[\w.]+)(?:\s+(?:varying|precision|with(?:out)? time zone))*(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?(?:\[\])*/gu;

const now =
  /^(?:now|current_timestamp|localtimestamp|transaction_timestamp|statement_timestamp)\d*$/u;
const uuid = /^(?:gen_random_uuid|uuid_generate_v4|uuid)$/u;

const yes = new Set(["true", "'true'", "'t'", "b'1'"]);
const no = new Set(["false", "'false'", "'f'", "b'0'"]);

/** A default the same way; null for none, and for numbers that a sequence gives out. */
export function comparableDefault(expression: string | null): string | null {
  if (expression === null || /^\s*\(*\s*nextval\s*\(/iu.test(expression)) return null;
  const text = comparableExpression(expression);
  if (text === "null") return null;
  if (now.test(text)) return "now";
  if (uuid.test(text)) return "uuid";
  if (yes.has(text)) return "1";
  if (no.has(text)) return "0";
  return list(text) ?? plainValue(text);
}

/** `ARRAY['a', 'b']` is `'{a,b}'`. */
function list(text: string): string | null {
  const items = /^array\[(.*)\]$/su.exec(text)?.[1];
  return items === undefined ? null : `{${items.replaceAll(/'/gu, "")}}`;
}

/** Numbers may stand in quotes, JSON may have blanks. */
function plainValue(text: string): string {
  const inner = /^'(.*)'$/su.exec(text)?.[1];
  const value = inner ?? text;
  if (/^-?\d+(?:\.\d+)?$/u.test(value)) return String(Number(value));
  if (inner === undefined) return text;
  if (/^\{[^:]*\}$/su.test(inner)) return inner.replaceAll(/"/gu, "");
  return /^[[{]/u.test(inner) ? json(inner) : text;
}

function json(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
