import type {
  ColumnDefinition,
  Constraint,
  CreateTable,
  IndexDefinition,
  TableLike,
} from "../../changes/change.js";
import { definedQuery } from "../tokens/defined-query.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { columnDefinition } from "./column-definition.js";
import { tableElement } from "./table-constraint.js";
import { tableOptions } from "./table-options.js";

type Body = Pick<CreateTable, "columns" | "constraints" | "indexes">;

const noBody: Body = { columns: [], constraints: [], indexes: [] };

const wholeTable: TableLike["including"] = [
  ...(["defaults", "constraints", "indexes", "identity", "generated", "comments"] as const),
];

/** All behind `CREATE TABLE`: https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export function createTable(reader: StatementReader, temporary: boolean): CreateTable {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the table");
  const nothing = { like: [], inherits: [], partitionOf: null, as: null, comment: null } as const;
  const head = { kind: "create table", at: reader.at, name, ifNotExists, temporary } as const;
  const template = takesTemplate(reader);
  if (template) return { ...head, tableKind: "table", ...noBody, ...nothing, like: [template] };
  const isQuery = reader.sees("( select") || reader.sees("( with");
  const body = reader.sees("(") && !isQuery ? tableBody(reader) : noBody;
  const { comment, isPartitioned } = tableOptions(reader);
  const as = reader.isAtEnd ? null : definedQuery(reader);
  const tableKind = isPartitioned ? "partitioned" : "table";
  return { ...head, tableKind, ...body, ...nothing, comment, as };
}

/** `LIKE t`, `(LIKE t)` */
function takesTemplate(reader: StatementReader): TableLike | null {
  const isEnclosed = reader.takes("( like");
  if (!isEnclosed && !reader.takes("like")) return null;
  const name = reader.placedName("the name of a table");
  if (isEnclosed) reader.expect(")");
  return { name, including: wholeTable };
}

function tableBody(reader: StatementReader): Body {
  const columns: ColumnDefinition[] = [];
  const constraints: Constraint[] = [];
  const indexes: IndexDefinition[] = [];
  reader.list(() => {
    const element = tableElement(reader);
    if (element?.kind === "index") indexes.push(element.index);
    else if (element) constraints.push(element.constraint);
    else {
      const read = columnDefinition(reader);
      columns.push(read.column);
      constraints.push(...read.constraints);
    }
  });
  return { columns, constraints, indexes };
}
