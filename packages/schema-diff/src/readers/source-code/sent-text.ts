import { at, childOf, type Holes, type Place } from "@domain-isolation/source-facts";
import { chainOf } from "./chain.js";
import { textOf, textsOf } from "./literals.js";
import { originOf } from "./origin.js";
import type { Run } from "./run.js";

export interface SentText {
  readonly text: Place;
  readonly holes: Holes;
  /** Whether a tag, or a function like `sql.raw`, has made SQL of it. */
  readonly isTagged: boolean;
}

const raw = /^(?:raw|unsafe|unprepared|literal)$/u;

/** The text in "sql`…`", `sql.raw("…")`, `{ text: "…" }`, or an expression itself. */
export function sentText(place: Place, run: Run): SentText {
  const origin = originOf(place, run.analysis);
  const quasi =
    origin.node.type === "TaggedTemplateExpression" ? childOf(origin.node, "quasi") : null;
  if (quasi) return { text: at(origin, quasi), holes: "values", isTagged: true };
  const argument = rawArgument(origin, run);
  if (argument) return { text: argument, holes: "unknown", isTagged: true };
  const config = run.analysis.properties(origin)?.entries;
  const text = config?.find(({ key }) => /^(?:text|sql|query)$/u.test(key))?.value;
  return { text: text ?? place, holes: "unknown", isTagged: false };
}

function rawArgument(place: Place, { analysis }: Run): Place | null {
  if (place.node.type !== "CallExpression") return null;
  const last = chainOf(place, analysis).steps.at(-1);
  return last && raw.test(last.name) ? (last.args?.[0] ?? null) : null;
}

const naming = /^(?:ref|table|id|identifier|column|ident)$/u;

/** `sql.ref("users.id")`, `sql.identifier(["users"])`: a name in quotes. */
export function namedByTag(place: Place, run: Run): string | null {
  if (place.node.type !== "CallExpression") return null;
  const { steps } = chainOf(place, run.analysis);
  const last = steps.at(-1);
  if (!last?.args) return null;
  const [first] = last.args;
  if (last.name === "lit") return first ? textOf(first, run.analysis) : null;
  if (!naming.test(last.name)) return null;
  const texts = last.args.map((each) => textsOf(each, run.analysis));
  if (texts.includes(null)) return null;
  const isDotted = last.name === "ref" || last.name === "table" || last.name === "column";
  const names = texts
    .flatMap((each) => each ?? [])
    .flatMap((each) => (isDotted ? each.split(".") : [each]));
  const quote = run.dialect === "mysql" ? "`" : '"';
  return names.map((each) => `${quote}${each}${quote}`).join(".");
}
