import type { StatementReader } from "../tokens/statement-reader.js";
import { canonicalType, type WrittenType } from "./canonical-type.js";
import { inSingleQuotes, stringValue } from "./string-value.js";

/** Types whose names are several words; all others are one. */
const longNames = [
  ...["double precision", "character varying", "char varying", "char byte"],
  ...["national character varying", "national char varying", "national varchar", "nchar varying"],
  ...["nchar varchar", "national character", "national char", "long character varying"],
  ...["long char varying", "long varchar", "long varbinary"],
];

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html, as the catalog shows it. */
export function columnType(reader: StatementReader): string {
  const name = reader.takesOneOf(longNames) ?? reader.name("a type").name.toLowerCase();
  const list = reader.sees("(") ? typeArguments(reader) : [];
  const attributes = new Set<string>();
  for (;;) {
    const attribute = takeAttribute(reader);
    if (attribute === null) break;
    attributes.add(attribute);
  }
  const written: WrittenType = { name, arguments: list, attributes };
  return canonicalType(written);
}

function typeArguments(reader: StatementReader): readonly string[] {
  return reader.list(() => {
    const { token } = reader;
    if (token?.kind !== "string" && token?.kind !== "literal" && token?.kind !== "word") {
      return reader.fail("a number or a string");
    }
    reader.skip();
    const text = reader.sql.text.slice(token.start, token.end);
    return token.kind === "string" ? inSingleQuotes(stringValue(text)) : text;
  });
}

function takeAttribute(reader: StatementReader): string | null {
  if (reader.takesOneOf(["character set", "charset"])) {
    return `charset ${reader.name("a character set").name.toLowerCase()}`;
  }
  return reader.takesOneOf(["unsigned", "signed", "zerofill", "binary", "ascii", "unicode"]);
}
