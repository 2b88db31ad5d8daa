import { childOf, keyName, spanOf, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, Value } from "../../values/value.js";
import type { UnknownCall } from "../adapter.js";
import { begin, beginning } from "./builder.js";
import { clientMethod } from "./client.js";
import { changing, schemaStep } from "./schema-builder.js";

/** Other things have tables that are updated: of these, something must be called on what they give. */
const doubtful = new Set(["insertInto", "replaceInto", "updateTable"]);

/**
 * A method of something unknown: names like `selectFrom` leave no doubt where they are given the
 * name of a table.
 */
export function guess(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  switch (site.method) {
    case "with":
    case "withRecursive":
      return guessWith(client, site, analysis);
    case "withSchema":
      return clientMethod(client, site);
    default:
      return changing.has(site.method)
        ? guessChange(client, site, analysis)
        : guessStatement(client, site, analysis);
  }
}

function guessStatement(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  const { method, place, args } = site;
  const [table] = args;
  if (!table || !Object.hasOwn(beginning, method) || !namesTable(table, analysis)) return null;
  return doubtful.has(method) && !isCalledOn(place) ? null : begin(client, site, analysis);
}

function guessWith(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  const [name, definition] = site.args;
  const isCte = name && definition && isQuery(definition, analysis);
  return isCte && analysis.constant(name) !== null ? begin(client, site, analysis) : null;
}

/** `db.schema.createTable("users")`, in a file that imports Kysely: a migration, say. */
function guessChange(client: Handle, site: UnknownCall, analysis: Analysis): Value | null {
  const receiver = unwrap(site.receiver.node);
  const isSchema = receiver !== null && keyName(receiver, "property") === "schema";
  const isImported = /["']kysely["'/]/u.test(site.place.module.source.text);
  return isSchema && isImported ? schemaStep({ ...client, role: "schema" }, site, analysis) : null;
}

const statement = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\b/u;

/** A function that begins a statement, or one that was begun; `match(x).with("a", () => …)` does not. */
function isQuery(place: Place, analysis: Analysis): boolean {
  const value = analysis.evaluate(place);
  if (value?.is !== "function") return value?.is === "handle";
  const { start, end } = spanOf(value.place.node);
  return statement.test(value.place.module.source.text.slice(start, end));
}

function namesTable(place: Place, analysis: Analysis): boolean {
  const parts = analysis.elements(place) ?? [place];
  return parts.some((each) => analysis.constant(each) !== null);
}

/** Whether a method is called on what a call gives. */
function isCalledOn({ node, module }: Place): boolean {
  return module.calls.some((call) => {
    const callee = unwrap(childOf(call.node, "callee"));
    return callee !== null && unwrap(childOf(callee, "object")) === node;
  });
}
