import type { Statement } from "../lexer/statements.js";
import type { SqlDialect } from "../sql-reading.js";
import { exampleOf, type Fragment } from "./fragment.js";
import type { Hole, HoleContent } from "./hole.js";
import { likelyFragments, type Likely } from "./likely-fragments.js";
import { escapeName, quoteName } from "../lexer/name-spelling.js";
import { isPartOfName, surroundingsOf, touchesName, type Surroundings } from "./surroundings.js";

/** What is parsed in the place of a hole. */
export interface StandIn {
  readonly text: string;
  /** Whether it takes the hole for no more than what it is known to be. */
  readonly isCertain: boolean;
  /** Whether what is put in can be more than this, and bring queries of `WITH`. */
  readonly canNameQueries: boolean;
}

const bringsQueries: ReadonlySet<Fragment> = new Set(["nothing", "with", "cte"]);

/** The names that stand for what is put in, as a grammar's messages repeat them. */
export const standInNames = /hole_\d+_/gu;

/** What can be parsed in the place of a hole, the likelier first. `index` is the hole's. */
export function standInsFor(
  hole: Hole,
  index: number,
  statement: Statement,
  text: string,
  dialect: SqlDialect,
): readonly StandIn[] {
  const name = `hole_${String(index)}_`;
  if (hole.place !== "code") {
    return [known(inside(hole, name, statement, text, dialect))];
  }
  const surroundings = surroundingsOf(hole, statement, text);
  if (hole.content.kind === "table") return tableNames(hole.content, surroundings, dialect);
  const { certain, possible } = fragmentsFor(surroundings);
  const isJoined = isPartOfName(surroundings) || touchesName(surroundings);
  const toStandIn = (isCertain: boolean) => (fragment: Fragment) => {
    const example = exampleOf(fragment, name, dialect);
    return {
      text: fragment === "name" && isJoined ? example : ` ${example} `,
      isCertain,
      canNameQueries: !isCertain && bringsQueries.has(fragment),
    };
  };
  return distinct([...certain.map(toStandIn(true)), ...possible.map(toStandIn(false))]);
}

function fragmentsFor(surroundings: Surroundings): Likely {
  switch (surroundings.hole.content.kind) {
    case "value":
      return { certain: ["value", "literal", "number", "list", "name"], possible: ["nothing"] };
    case "identifier":
      return { certain: ["name", "nothing"], possible: ["value"] };
    case "columns":
      return { certain: ["insertion", "assignment", "list"], possible: ["name"] };
    default:
      return likelyFragments(surroundings);
  }
}

/** Within quotes. What stands between dollars is code, so that a name can stand there. */
function inside(
  { content, place, start, token }: Hole,
  name: string,
  { tokens }: Statement,
  text: string,
  dialect: SqlDialect,
): string {
  const isCode = text.charAt(tokens[token]?.start ?? 0) === "$";
  const isQuoted = place === "quoted" || text.charAt(start - 1) === '"';
  if (content.kind === "table") {
    return isCode && !isQuoted
      ? quoteName(content.name, dialect)
      : escapeName(content.name, dialect);
  }
  return place === "quoted" || (place === "string" && isCode) ? name : "1";
}

function tableNames(
  { name, schema }: Extract<HoleContent, { readonly kind: "table" }>,
  surroundings: Surroundings,
  dialect: SqlDialect,
): readonly StandIn[] {
  const names = schema === null ? [name] : [schema, name];
  const quoted = names.map((each) => quoteName(each, dialect)).join(".");
  const isJoined = isPartOfName(surroundings) || touchesName(surroundings);
  const texts = isJoined ? [name, ` ${quoted} `] : [` ${quoted} `];
  return texts.map(known);
}

function known(text: string): StandIn {
  return { text, isCertain: true, canNameQueries: false };
}

function distinct(standIns: readonly StandIn[]): readonly StandIn[] {
  const seen = new Set<string>();
  return standIns.filter(({ text }) => !seen.has(text) && seen.add(text));
}
