import type { Dialect } from "@domain-isolation/model";
import { textOf, type Value } from "../python/value.js";
import { expressionOf, literal, quoteText } from "./expression.js";
import { calledName, sqlalchemyName } from "./sqlalchemy-name.js";

/** What a database gives a column by itself. `isKnown` is false where it gives something unknown. */
export interface ServerDefault {
  readonly text: string | null;
  readonly isKnown: boolean;
}

const nothing: ServerDefault = { text: null, isKnown: true };

/** `server_default`: a text is a value, `sa.text(…)` is SQL. */
export function serverDefaultOf(value: Value | null, dialect: Dialect): ServerDefault {
  if (!value || value.kind === "none") return nothing;
  const text = textOf(value);
  if (text !== null) return { text: quoteText(text), isKnown: true };
  const name = calledName(value);
  // It says that there is one, and that the database knows which.
  if (name === "FetchedValue") return nothing;
  if (name === "Sequence" || isNextValue(value)) return sequenceDefault(value);
  if (value.kind === "number" || value.kind === "boolean") {
    return { text: literal(value, dialect), isKnown: true };
  }
  const expression = expressionOf(callOf(value), dialect);
  if (expression === null) return { text: null, isKnown: false };
  return { text: expression, isKnown: true };
}

/** `sa.func.now` is as good as `sa.func.now()`. */
function callOf(value: Value): Value {
  if (sqlalchemyName(value)?.startsWith("func.") !== true) return value;
  const at = { file: "", span: { start: 0, end: 0 } };
  return { kind: "call", callee: value, args: [], named: new Map(), isPartial: false, at };
}

function isNextValue(value: Value): boolean {
  const callee = value.kind === "call" ? value.callee : null;
  return callee?.kind === "member" && callee.name === "next_value";
}

function sequenceDefault(value: Value): ServerDefault {
  const callee = value.kind === "call" ? value.callee : null;
  const sequence = callee?.kind === "member" ? callee.of : value;
  const name = sequence.kind === "call" ? textOf(sequence.args[0]) : null;
  if (name === null) return { text: null, isKnown: false };
  return { text: `nextval(${quoteText(name)})`, isKnown: true };
}
