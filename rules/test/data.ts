import {
  noDataFacts,
  type DataFacts,
  type EntityFact,
  type HandleSource,
  type Span,
  type StatementFact,
  type TableAccess,
  type TableName,
  type TableUse,
  type TableVia,
  type TransactionFact,
} from "@domain-isolation/model";

/**
 * A file's touch with data in a few words, a line a fact; a table is `[Entity/][schema.]table`:
 * - `sends read seats, write:join Code/codes in t1 opaque because`
 * - `entity Seat/seats: code Code/codes, team Team/teams`
 * - `handle prisma imported client`
 * - `transaction t1: save src/users/codes.ts`
 * - `env DATABASE_URL`, `env ?`
 * - `leak findCode Code/codes`
 */
export function dataOf(file: string, lines: readonly string[]): DataFacts {
  const facts = placedLines(lines).map((line): DataFacts => ({
    ...noDataFacts,
    ...readers[line.word]?.(file, line),
  }));
  return {
    entities: facts.flatMap(({ entities }) => entities),
    handles: facts.flatMap(({ handles }) => handles),
    statements: facts.flatMap(({ statements }) => statements),
    transactions: facts.flatMap(({ transactions }) => transactions),
    env: facts.flatMap(({ env }) => env),
    leaks: facts.flatMap(({ leaks }) => leaks),
  };
}

export function isData(line: string): boolean {
  return Object.hasOwn(readers, line.split(" ")[0] ?? "");
}

interface Line {
  readonly word: string;
  readonly rest: string;
  readonly span: Span;
  /** Where a part of the line stands. */
  readonly at: (part: string) => Span;
}

function placedLines(lines: readonly string[]): readonly Line[] {
  let offset = 0;
  return lines.map((text) => {
    const start = offset;
    offset += text.length + 1;
    const [, word = "", rest = ""] = /^(\S+) ?(.*)$/u.exec(text) ?? [];
    const at = (part: string) => {
      const from = start + text.indexOf(part, word.length);
      return { start: from, end: from + part.length };
    };
    return { word, rest, span: { start, end: start + text.length }, at };
  });
}

const common = { library: "prisma", tier: "file" } as const;

const readers: Readonly<Record<string, (file: string, line: Line) => Partial<DataFacts>>> = {
  sends: (file, line) => ({ statements: [statement(file, line)] }),
  entity: (file, line) => ({ entities: [entity(file, line)] }),
  transaction: (file, line) => ({ transactions: [transaction(file, line)] }),
  handle: (file, { rest, at }) => {
    const [name = "", source = "", role = "client"] = rest.split(" ");
    const handle = { ...common, kind: "handle", file, role, name, span: at(name) } as const;
    return { handles: [{ ...handle, source: sourceOf(source) }] };
  },
  env: (file, { rest, at }) => {
    const name = rest === "?" ? null : rest;
    const opaque = name === null ? "its name is not written" : null;
    return { env: [{ kind: "env", file, span: at(rest), tier: "file", name, opaque }] };
  },
  leak: (file, { rest, at }) => {
    const [name = "", table = ""] = rest.split(" ");
    const { entity: leaked, name: own } = tableName(table);
    const leak = { ...common, kind: "leak", file, span: at(name), name } as const;
    return { leaks: [{ ...leak, entity: leaked ?? "", table: own }] };
  },
};

function statement(file: string, { rest, span, at }: Line): StatementFact {
  const [, tables = "", id, opaque = null] =
    /^(.*?)(?: in (\w+))?(?: opaque (.*))?$/u.exec(rest) ?? [];
  return {
    ...common,
    kind: "statement",
    file,
    span,
    operation: "findMany",
    tables: list(tables).map((text) => tableUse(text, at)),
    transaction: id === undefined ? null : `${file}:${id}`,
    opaque,
  };
}

function tableUse(text: string, at: Line["at"]): TableUse {
  const [how = "", table = ""] = text.split(" ");
  const [access, via] = how.split(":");
  return { ...tableName(table), access: accessOf(access), via: viaOf(via), span: at(table) };
}

function entity(file: string, { rest, at }: Line): EntityFact {
  const [table = "", relations = ""] = rest.split(": ");
  const { entity: name, name: own, schema } = tableName(table);
  return {
    ...common,
    kind: "entity",
    file,
    span: at(table),
    name: name ?? own,
    table: own,
    schema,
    relations: list(relations).map((text) => {
      const [property = "", target = ""] = text.split(" ");
      const { entity: other, name: otherTable, schema: otherSchema } = tableName(target);
      const end = { table: otherTable, schema: otherSchema, entity: other ?? otherTable };
      return { property, ...end, span: at(text) };
    }),
  };
}

function transaction(file: string, { rest, span, at }: Line): TransactionFact {
  const [id = "", calls = ""] = rest.split(": ");
  return {
    ...common,
    kind: "transaction",
    file,
    span,
    id: `${file}:${id}`,
    calls: list(calls).map((text) => {
      const [name = "", target = ""] = text.split(" ");
      return { name, target, span: at(text) };
    }),
  };
}

function list(text: string): readonly string[] {
  return text === "" ? [] : text.split(", ");
}

function tableName(text: string): TableName {
  const [, entity = null, schema = null, name = ""] =
    /^(?:(\w+)\/)?(?:(\w+)\.)?(\w+)$/u.exec(text) ?? [];
  return { entity, schema, name };
}

function accessOf(text = ""): TableAccess {
  return oneOf(["read", "write", "lock"], text);
}

function viaOf(text = "direct"): TableVia {
  return oneOf(["direct", "join", "relation", "sql"], text);
}

function sourceOf(text: string): HandleSource {
  return oneOf(["imported", "constructed", "injected", "returned", "transaction", "global"], text);
}

function oneOf<const Known extends string>(known: readonly Known[], text: string): Known {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error(`${text} is none of ${known.join(", ")}`);
  return found;
}
