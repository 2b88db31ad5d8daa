import { splitStatements } from "../../lexer/statements.js";
import {
  joinReadings,
  nothingRead,
  shiftReading,
  type BodyReading,
  type ReadStatement,
} from "./body-reading.js";
import { bodyTextFrom } from "./body-text.js";
import { readPlpgsql } from "./read-plpgsql.js";

/** What the body of a function touches. Its string stands behind an offset of its statement. */
export function readBody(
  statement: string,
  start: number,
  language: string,
  readStatement: ReadStatement,
): BodyReading {
  // Code that is compiled into the server touches no table by its name.
  if (language === "c" || language === "internal") return nothingRead;
  const body = bodyTextFrom(statement, start);
  if (!body) return { ...nothingRead, unread: ["a function's body is written with `\\` escapes"] };
  switch (language) {
    case "sql":
      return shiftReading(readSqlBody(body.text, readStatement), body.outerOffset);
    case "plpgsql":
      return shiftReading(readPlpgsql(statement, body.text, readStatement), body.outerOffset);
    default:
      return { ...nothingRead, unread: [`a function is written in ${language}`] };
  }
}

function readSqlBody(text: string, readStatement: ReadStatement): BodyReading {
  return joinReadings(
    splitStatements(text, "postgresql").map(({ start, end }) =>
      shiftReading(readStatement(text.slice(start, end)), (offset) => start + offset),
    ),
  );
}
