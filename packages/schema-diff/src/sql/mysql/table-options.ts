import type { StatementReader } from "../tokens/statement-reader.js";
import { stringOf } from "./column-definition.js";

export interface TableOptions {
  readonly comment: string | null;
  readonly isPartitioned: boolean;
}

/** What stands behind a table's columns, up to the query that it is filled from. */
export function tableOptions(reader: StatementReader): TableOptions {
  let comment: string | null = null;
  let isPartitioned = false;
  while (!reader.isAtEnd && !startsQuery(reader)) {
    if (reader.takes("partition by")) {
      isPartitioned = true;
      reader.upTo(() => !reader.sees("(") && startsQuery(reader));
    } else comment = takeOption(reader) ?? comment;
  }
  reader.takesOneOf(["ignore as", "replace as", "as", "ignore", "replace"]);
  return { comment, isPartitioned };
}

function startsQuery(reader: StatementReader): boolean {
  return ["as", "select", "with", "(", "values", "table", "ignore", "replace"].some((word) =>
    reader.sees(word),
  );
}

/** https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-options */
const options = [
  ...["character set", "charset", "collate", "data directory", "index directory", "engine", "type"],
  ...["auto_increment", "avg_row_length", "autoextend_size", "checksum", "compression", "union"],
  ...["connection", "delay_key_write", "encryption", "insert_method", "key_block_size", "max_rows"],
  ...["min_rows", "pack_keys", "password", "row_format", "stats_auto_recalc", "stats_persistent"],
  ...["stats_sample_pages", "tablespace", "storage", "algorithm", "lock", "secondary_engine"],
];

/** `ENGINE = InnoDB`, `DEFAULT CHARSET utf8mb4`, `UNION = (a, b)`, and the text of a comment. */
export function takeOption(reader: StatementReader): string | null {
  if (reader.takesOneOf(["comment", ", comment"])) {
    reader.takes("=");
    return stringOf(reader);
  }
  reader.takes(",");
  reader.takes("default");
  if (!reader.takesOneOf(options)) {
    // Engines have options of their own.
    if (reader.word(1) !== "=") reader.fail("an option of the table");
    reader.skip();
  }
  reader.takes("=");
  if (reader.sees("(")) reader.parenthesized();
  else if (!reader.isAtEnd && !reader.sees(",")) reader.skip();
  return null;
}
