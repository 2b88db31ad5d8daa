import type { StatementFact } from "@domain-isolation/model";
import { aStatement } from "../library-words.js";
import { strongestVerb, tablesInWords } from "../table-words.js";

/** "reads `redeem_codes`"; "sends a statement of pg" where no table is known. */
export function touchInWords({ library, tables }: StatementFact): string {
  if (tables.length === 0) return `sends ${aStatement(library)}`;
  return `${strongestVerb(tables)} ${tablesInWords(tables)}`;
}
