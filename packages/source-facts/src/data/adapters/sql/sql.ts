import { identifierName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis } from "../../analysis.js";
import { segmentsOf } from "../../text/segments.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { Adapter, CallSite } from "../adapter.js";
import { knownDrivers, spokenDialects } from "../likely-dialects.js";
import { asQuery, handleOf, queryOf } from "../query.js";
import { sentText } from "../sent-text.js";
import { sqlWords, startsStatement } from "../sql-words.js";

/** Methods that send whatever they are given; the others only what is plainly SQL. */
const sending = ["query", "execute", "executeQuery", "executeSql"];

const methods = new Set([
  ...sending,
  ...["queryOne", "queryRaw", "executeRaw", "exec", "run", "all", "get", "prepare", "raw"],
  ...["unsafe", "sql", "one", "oneOrNone", "many", "manyOrNone", "any", "none", "maybeOne"],
]);

const textKeys = new Set(["text", "sql"]);

/**
 * SQL that is given to a method of something of which nothing is known: to an interface of the
 * project's own over its driver, say. The text itself leaves no doubt.
 */
export const sql: Adapter = {
  library: "sql",
  packages: [],
  words: ({ uses }) => (knownDrivers.some(uses) ? sqlWords([]) : null),
  methods,
  guessed: (site, analysis) => plainStatement(site, analysis) ?? passedOn(site, analysis),
};

/** A text that begins as statements do, and is one. */
export function plainStatement(site: CallSite, analysis: Analysis): Handle | null {
  const text = methods.has(site.method) ? sentPlace(site, analysis) : null;
  if (!text || !beginsStatement(text, analysis)) return null;
  const query = sentText(site, text, spokenDialects(analysis.world), analysis);
  const isPlain = query.tables.length > 0 || query.opaque === null;
  return isPlain ? asQuery(handleOf(sql, "client"), query) : null;
}

/** What a wrapper is given: the calls of the wrapper tell what that is. */
function passedOn(site: CallSite, analysis: Analysis): Handle | null {
  const text = sending.includes(site.method) ? sentPlace(site, analysis) : null;
  if (!text || !isParameter(text)) return null;
  return asQuery(handleOf(sql, "client"), queryOf(site.place, site.method, { isGeneric: true }));
}

function isParameter({ node, scope }: Place): boolean {
  const name = identifierName(unwrap(node));
  return name !== null && lookUp(name, scope)[0]?.kind === "parameter";
}

/** `query("…")`, `query({ text: "…" })` */
function sentPlace({ args: [first] }: CallSite, analysis: Analysis): Place | null {
  const value = first ? analysis.evaluate(first) : null;
  if (!first || value?.is !== "object") return first ?? null;
  return analysis.properties(first)?.entries.find(({ key }) => textKeys.has(key))?.value ?? first;
}

function beginsStatement(text: Place, analysis: Analysis): boolean {
  const value = analysis.evaluate(text);
  if (value?.is !== "text" && !(value?.is === "handle" && value.text)) return false;
  const [first] = segmentsOf(text, "unknown", analysis);
  return first?.segment.kind === "text" && startsStatement(first.segment.text);
}
