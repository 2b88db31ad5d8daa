import type { Change, PlacedName } from "../../changes/change.js";
import type { StatementReader } from "../tokens/statement-reader.js";
import { addToTable } from "./add-to-table.js";
import { alterColumn, changeColumn, modifyColumn } from "./alter-column.js";
import { dropFromTable } from "./drop-from-table.js";
import { takeOption } from "./table-options.js";

/** What the changes of one `ALTER TABLE` share. */
export interface TableHead {
  readonly at: Change["at"];
  readonly table: PlacedName;
  readonly ifTableExists: boolean;
}

/** All behind `ALTER TABLE`: https://dev.mysql.com/doc/refman/8.4/en/alter-table.html */
export function alterTable(reader: StatementReader): readonly Change[] {
  const ifTableExists = reader.takes("if exists");
  const table = reader.placedName("the name of the table");
  const head = { at: reader.at, table, ifTableExists };
  const changes: Change[] = [];
  do changes.push(...specification(reader, head));
  while (reader.takes(","));
  // All of it is about the table as it was called before.
  const isRename = (change: Change) => change.kind === "rename" && change.object === "table";
  return [...changes.filter((each) => !isRename(each)), ...changes.filter(isRename)];
}

function specification(reader: StatementReader, head: TableHead): readonly Change[] {
  if (reader.takes("add partition")) return rest(reader);
  if (reader.takes("add")) return addToTable(reader, head);
  if (reader.takesOneOf(["drop partition"])) return rest(reader);
  if (reader.takes("drop")) return dropFromTable(reader, head);
  if (reader.takes("modify")) return modifyColumn(reader, head);
  if (reader.takes("change")) return changeColumn(reader, head);
  if (reader.takes("rename")) return [rename(reader, head)];
  if (reader.takes("alter")) return alterColumn(reader, head);
  return setting(reader, head);
}

function rename(reader: StatementReader, head: TableHead): Change {
  if (reader.takes("column")) {
    const column = reader.name("the name of a column").name;
    reader.expect("to");
    return { kind: "rename column", ...head, column, to: reader.name("the new name").name };
  }
  const { at, table } = head;
  if (reader.takesOneOf(["index", "key"])) {
    const name = reader.placedName("the name of an index");
    reader.expect("to");
    const to = reader.name("the new name").name;
    return { kind: "rename", object: "index", at, name, table, to, ifExists: false };
  }
  reader.takesOneOf(["to", "as", "="]);
  const to = reader.placedName("the new name").name;
  return { kind: "rename", object: "table", at, name: table, to, ifExists: head.ifTableExists };
}

const wordy = [
  ...["disable keys", "enable keys", "discard tablespace", "import tablespace", "force"],
  ...["with validation", "without validation", "remove partitioning", "drop system versioning"],
];
const ofPartitions = [
  ...["partition by", "discard partition", "import partition", "truncate partition", "coalesce"],
  ...["reorganize partition", "exchange partition", "analyze partition", "check partition"],
  ...["optimize partition", "rebuild partition", "repair partition", "order by", "reorganize"],
];

/** What the model doesn't keep, but for the comment of the table. */
function setting(reader: StatementReader, { at, table }: TableHead): readonly Change[] {
  if (reader.isAtEnd) return [];
  if (reader.takesOneOf(wordy)) return [];
  if (reader.takesOneOf(ofPartitions)) return rest(reader);
  if (reader.takes("convert to")) {
    const isKnown = reader.takesOneOf(["character set", "charset"]) !== null;
    if (!isKnown) reader.fail("`CHARACTER SET`");
    reader.name("a character set");
    if (reader.takes("collate")) reader.name("a collation");
    return [];
  }
  const changes: Change[] = [];
  while (reader.token && !reader.sees(",")) {
    const text = takeOption(reader);
    if (text !== null) changes.push({ kind: "comment", at, table, column: null, text });
  }
  return changes;
}

/** Partitions hold no columns of their own. */
function rest(reader: StatementReader): readonly Change[] {
  reader.upTo(() => false);
  return [];
}
