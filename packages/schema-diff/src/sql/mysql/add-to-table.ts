import type { AddColumn, Change } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import type { TableHead } from "./alter-table.js";
import { columnDefinition } from "./column-definition.js";
import { tableElement } from "./table-constraint.js";

/** What stands behind `ADD`: a column, several, a constraint, an index. */
export function addToTable(reader: StatementReader, head: TableHead): readonly Change[] {
  const element = tableElement(reader);
  const { at, table } = head;
  if (element?.kind === "index") {
    return [{ kind: "create index", at, table, index: element.index, ifNotExists: false }];
  }
  if (element) return [{ kind: "add constraint", ...head, constraint: element.constraint }];
  reader.takes("column");
  const ifNotExists = reader.takes("if not exists");
  if (reader.sees("(")) return columnsInParentheses(reader, head, ifNotExists);
  return [addColumn(reader, head, ifNotExists)];
}

function columnsInParentheses(
  reader: StatementReader,
  head: TableHead,
  ifNotExists: boolean,
): readonly Change[] {
  return reader
    .list(() => {
      const isElement = startsElement(reader);
      return isElement ? addToTable(reader, head) : [addColumn(reader, head, ifNotExists)];
    })
    .flat();
}

function startsElement(reader: StatementReader): boolean {
  return /^(?:constraint|primary|unique|foreign|check|index|key|fulltext|spatial)$/u.test(
    reader.word(),
  );
}

function addColumn(reader: StatementReader, head: TableHead, ifNotExists: boolean): AddColumn {
  const { column, constraints } = columnDefinition(reader);
  const position = columnPosition(reader);
  return { kind: "add column", ...head, ifNotExists, column, constraints, position };
}

/** `FIRST`, `AFTER a`; null where neither is written. */
export function columnPosition(reader: StatementReader): AddColumn["position"] {
  if (reader.takes("first")) return "first";
  return reader.takes("after") ? { after: reader.name("the name of a column").name } : null;
}
