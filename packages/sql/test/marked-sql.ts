import { readSql, type SqlDialect, type SqlReading, type SqlTable } from "../src/index.js";

const accesses = { r: "read", w: "write", l: "lock" } as const;
const marks = /\{([rwl]) ([^}]*)\}/gu;

/**
 * SQL in which the tables that are touched stand in braces: `SELECT * FROM {r users}` reads,
 * `{w users}` is written, `{l users}` locked.
 */
export function readMarked(marked: string, dialect: SqlDialect) {
  const expected: SqlTable[] = [];
  let text = "";
  let last = 0;
  for (const mark of marked.matchAll(marks)) {
    const [whole, kind = "", name = ""] = mark;
    text += marked.slice(last, mark.index);
    const start = text.length;
    text += name;
    last = mark.index + whole.length;
    const access = kind === "r" ? accesses.r : kind === "w" ? accesses.w : accesses.l;
    const place = { segment: 0, start, end: text.length };
    expected.push({ ...splitName(name, dialect), access, ...place });
  }
  text += marked.slice(last);
  const reading = readSql([{ kind: "text", text }], dialect);
  return { text, expected, reading };
}

const part = /'[^']*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[^".`[\]\s]+/gu;

function splitName(written: string, dialect: SqlDialect) {
  const names = [...written.matchAll(part)].map(([name]) => plainName(name, dialect));
  return { name: names.at(-1) ?? "", schema: names.at(-2) ?? null };
}

/** What a database understands by a name as it is written. */
export function plainName(written: string, dialect: SqlDialect): string {
  const quote = written.charAt(0);
  if (quote === "[") return written.slice(1, -1);
  if (quote === '"' || quote === "`" || quote === "'") {
    return written.slice(1, -1).replaceAll(quote.repeat(2), quote);
  }
  return dialect === "postgresql" ? written.replace(/[A-Z]/gu, (it) => it.toLowerCase()) : written;
}

/** `read:users@14 write:s.codes@2:3`: with the segment, where it isn't the first one. */
export function shown({ tables }: SqlReading): string {
  return tables
    .map(({ name, schema, access, segment, start }) => {
      const place = segment === 0 ? String(start) : `${String(segment)}:${String(start)}`;
      return `${access}:${schema === null ? "" : `${schema}.`}${name}@${place}`;
    })
    .join(" ");
}
