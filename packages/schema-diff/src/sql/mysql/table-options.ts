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

/** `ENGINE = InnoDB`, `DEFAULT CHARSET utf8mb4`, `UNION = (a, b)`, and the text of a comment. */
export function takeOption(reader: StatementReader): string | null {
  if (reader.takesOneOf(["comment", ", comment"])) {
    reader.takes("=");
    return stringOf(reader);
  }
  reader.takes(",");
  reader.takes("default");
  if (!reader.takesOneOf(["character set", "data directory", "index directory"])) {
    reader.name("an option of the table");
  }
  reader.takes("=");
  if (reader.sees("(")) reader.parenthesized();
  else if (!reader.isAtEnd && !reader.sees(",")) reader.skip();
  return null;
}
