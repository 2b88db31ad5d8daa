import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import { foreignKeyClause } from "../tokens/foreign-key-clause.js";
import type { Name, StatementReader } from "../tokens/statement-reader.js";
import { columnType } from "./column-type.js";
import { defaultValue } from "./default-value.js";
import { stringValue } from "./string-value.js";

/** A column with the constraints that stand behind it. */
export interface ReadColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
}

/** What the attributes of a column make of it. */
interface Draft {
  readonly name: string;
  nullable: boolean;
  default: string | null;
  isCounted: boolean;
  generated: string | null;
  comment: string | null;
  readonly constraints: Constraint[];
}

/** https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export function columnDefinition(reader: StatementReader): ReadColumn {
  return columnNamed(reader.name("the name of a column"), reader);
}

/** All that stands behind the name. */
export function columnNamed({ name, at }: Name, reader: StatementReader): ReadColumn {
  const isSerial = reader.sees("serial");
  const type = columnType(reader);
  const draft: Draft = {
    name,
    nullable: !isSerial,
    default: null,
    isCounted: isSerial,
    generated: null,
    comment: null,
    constraints: isSerial ? [{ kind: "unique", name: null, columns: [name], definedAt: at }] : [],
  };
  while (takeSetting(draft, reader) || takeConstraint(draft, reader) || takeOther(reader)) continue;
  const { constraints, isCounted, ...settings } = draft;
  const identity = isCounted ? "by default" : null;
  return { column: { ...settings, type, identity, serial: false, definedAt: at }, constraints };
}

function takeSetting(draft: Draft, reader: StatementReader): boolean {
  if (reader.takes("not null")) draft.nullable = false;
  else if (reader.takes("null")) draft.nullable = true;
  else if (reader.takes("default")) draft.default = defaultValue(reader);
  else if (reader.takes("auto_increment")) draft.isCounted = true;
  else if (reader.takes("serial default value")) {
    Object.assign(draft, { isCounted: true, nullable: false });
    draft.constraints.push(keyOf("unique", draft, reader, reader.start));
  } else if (reader.takes("comment")) draft.comment = stringOf(reader);
  else if (reader.takesOneOf(["generated always as", "as"])) {
    draft.generated = reader.expression().text;
    reader.takesOneOf(["virtual", "stored", "persistent"]);
  } else return false;
  return true;
}

export function stringOf(reader: StatementReader): string {
  const { token } = reader;
  if (token?.kind !== "string") return reader.fail("a string");
  reader.skip();
  return stringValue(reader.sql.text.slice(token.start, token.end));
}

function keyOf(
  kind: "primary key" | "unique",
  { name }: Draft,
  reader: StatementReader,
  start: number,
): Constraint {
  return { kind, name: null, columns: [name], definedAt: reader.placeFrom(start) };
}

function takeConstraint(draft: Draft, reader: StatementReader): boolean {
  const { start } = reader;
  if (reader.takesOneOf(["unique key", "unique"])) {
    draft.constraints.push(keyOf("unique", draft, reader, start));
  } else if (reader.takesOneOf(["primary key", "key"])) {
    draft.constraints.push(keyOf("primary key", draft, reader, start));
  } else if (reader.sees("references")) {
    // Enforced since 9.0, overlooked before: https://dev.mysql.com/doc/refman/9.0/en/mysql-nutshell.html
    const clause = foreignKeyClause(reader);
    const key = { name: null, columns: [draft.name], definedAt: reader.placeFrom(start) };
    draft.constraints.push({ kind: "foreign key", ...key, ...clause });
  } else if (reader.sees("constraint") || reader.sees("check")) {
    draft.constraints.push(checkBehind(reader));
  } else return false;
  return true;
}

/** `CONSTRAINT name CHECK (expression) NOT ENFORCED` */
function checkBehind(reader: StatementReader): Constraint {
  const { start } = reader;
  const isNamed = reader.takes("constraint") && !reader.sees("check");
  const name = isNamed ? reader.name("the name of a constraint").name : null;
  reader.expect("check");
  const expression = reader.expression().text;
  reader.takesOneOf(["enforced", "not enforced"]);
  return { kind: "check", name, expression, definedAt: reader.placeFrom(start) };
}

const valued = [
  ...["collate", "character set", "charset", "column_format", "storage", "srid"],
  ...["engine_attribute", "secondary_engine_attribute"],
];

/** What the model doesn't keep. */
function takeOther(reader: StatementReader): boolean {
  if (reader.takes("on update")) {
    reader.name("`CURRENT_TIMESTAMP`");
    if (reader.sees("(")) reader.parenthesized();
  } else if (reader.takesOneOf(valued)) {
    reader.takes("=");
    reader.skip();
  } else if (!reader.takesOneOf(["visible", "invisible", "binary"])) return false;
  return true;
}
