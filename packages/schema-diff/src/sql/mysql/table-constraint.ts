import type { Constraint, IndexDefinition } from "../../changes/change.js";
import { foreignKeyClause } from "../tokens/foreign-key-clause.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import {
  indexBody,
  indexDefinition,
  indexKinds,
  indexName,
  wholeColumns,
} from "./index-definition.js";

/** A constraint of a table, or an index: `UNIQUE` of parts of columns is one. */
export type TableElement =
  | { readonly kind: "constraint"; readonly constraint: Constraint }
  | { readonly kind: "index"; readonly index: IndexDefinition };

/** Null where none comes next, but a column. */
export function tableElement(reader: StatementReader): TableElement | null {
  const { start } = reader;
  const kind = reader.takesOneOf(indexKinds);
  if (kind !== null || reader.sees("index") || reader.sees("key")) {
    reader.takesOneOf(["index", "key"]);
    return { kind: "index", index: indexDefinition(reader, kind, false) };
  }
  const isConstraint = reader.takes("constraint");
  const name = isConstraint && !startsConstraint(reader) ? constraintName(reader) : null;
  return (
    constraintBehind(name, start, reader) ?? (isConstraint ? reader.fail("a constraint") : null)
  );
}

const openings = ["primary key", "unique", "foreign key", "check"] as const;

function startsConstraint(reader: StatementReader): boolean {
  return openings.some((phrase) => reader.sees(phrase));
}

function constraintName(reader: StatementReader): string {
  return reader.placedName("the name of a constraint").name;
}

function constraintBehind(
  name: string | null,
  start: number,
  reader: StatementReader,
): TableElement | null {
  switch (reader.takesOneOf(openings)) {
    case "primary key": {
      indexName(reader);
      const columns = indexBody(reader).parts.map(({ column }) => column ?? "");
      const key = { kind: "primary key", name: null, columns } as const;
      return constraint({ ...key, definedAt: reader.placeFrom(start) });
    }
    case "unique":
      return unique(name, start, reader);
    case "foreign key": {
      // The name of its index, where one must be made; a name of the key, where it has none.
      const ownName = indexName(reader)?.name ?? null;
      const columns = reader.names("the name of a column");
      const clause = foreignKeyClause(reader);
      const key = { kind: "foreign key", name: name ?? ownName, columns, ...clause } as const;
      return constraint({ ...key, definedAt: reader.placeFrom(start) });
    }
    case "check": {
      const expression = reader.expression().text;
      reader.takesOneOf(["enforced", "not enforced"]);
      const definedAt = reader.placeFrom(start);
      return constraint({ kind: "check", name, expression, definedAt });
    }
    case null:
      return null;
  }
}

function constraint(read: Constraint): TableElement {
  return { kind: "constraint", constraint: read };
}

function unique(symbol: string | null, start: number, reader: StatementReader): TableElement {
  reader.takesOneOf(["index", "key"]);
  const written = indexName(reader);
  const body = indexBody(reader);
  const columns = wholeColumns(body);
  const name = written?.name ?? symbol;
  const definedAt = reader.placeFrom(start);
  if (columns) return constraint({ kind: "unique", name, columns, definedAt });
  const named = name === null ? null : { schema: null, name, span: definedAt.span };
  const settings = { unique: true, include: [], method: body.method, where: null } as const;
  return { kind: "index", index: { name: named, parts: body.parts, ...settings, definedAt } };
}
