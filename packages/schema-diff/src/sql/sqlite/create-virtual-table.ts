import type { ColumnDefinition, CreateTable } from "../../changes/change.js";
import { placeIn } from "../sql-text.js";
import type { Stretch, StatementReader } from "../tokens/statement-reader.js";
import { plainTable } from "./create-table.js";

/** All behind `CREATE VIRTUAL TABLE`: https://www.sqlite.org/lang_createvtab.html */
export function createVirtualTable(reader: StatementReader): CreateTable {
  const ifNotExists = reader.takes("if not exists");
  const name = reader.placedName("the name of the table");
  reader.expect("using");
  const module = reader.name("the name of a module").name.toLowerCase();
  const columns = reader.sees("(") ? moduleArguments(reader, module) : [];
  const constraints: CreateTable["constraints"] = [];
  const { at } = reader;
  const kinds = { tableKind: "virtual", temporary: false } as const;
  return { ...plainTable, ...kinds, at, name, ifNotExists, columns, constraints };
}

/** What the arguments of a module say of columns; those of others only the module understands. */
function moduleArguments(reader: StatementReader, module: string): readonly ColumnDefinition[] {
  const isSearch = /^fts[345]$/u.test(module);
  const isTree = /^rtree(?:_i32)?$/u.test(module);
  const columns: ColumnDefinition[] = [];
  reader.expect("(");
  while (!reader.takes(")")) {
    const argument = moduleArgument(reader);
    if (isTree || (isSearch && !argument.isOption))
      columns.push(columnOf(argument, module, reader));
    reader.takes(",");
  }
  return columns;
}

interface ModuleArgument {
  readonly name: string;
  readonly stretch: Stretch;
  /** What stands behind the name. */
  readonly rest: string;
  /** `content='posts'` */
  readonly isOption: boolean;
}

function moduleArgument(reader: StatementReader): ModuleArgument {
  const { start } = reader;
  // An auxiliary column of an R-tree.
  reader.takes("+");
  const name = reader.takesName()?.name ?? "";
  const isOption = reader.sees("=");
  const rest = reader.upTo(() => reader.sees(",") || reader.sees(")"));
  const stretch = reader.stretchFrom(start);
  if (stretch.text === "") reader.fail("an argument of the module");
  return { name, stretch, rest: rest.text, isOption };
}

function columnOf(
  { name, stretch }: ModuleArgument,
  module: string,
  { sql }: StatementReader,
): ColumnDefinition {
  const nothing = { default: null, identity: null, generated: null, comment: null } as const;
  const type = module === "rtree" ? "REAL" : module === "rtree_i32" ? "INT" : "";
  const definedAt = placeIn(sql, stretch.start, stretch.end);
  return { name, type, nullable: true, ...nothing, serial: false, definedAt };
}
