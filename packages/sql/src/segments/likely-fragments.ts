import { spelled } from "../lexer/token.js";
import type { Fragment } from "./fragment.js";
import { endsOperand } from "./operand.js";
import { isPartOfName, type Surroundings } from "./surroundings.js";
import { isValuePlace } from "./value-place.js";

const values: readonly Fragment[] = ["value", "literal", "number", "list"];

/** All that is tried in the end, the likelier first. */
const anything: readonly Fragment[] = [
  ...["value", "name", "query", "list", "nothing", "condition", "operator", "join"],
  ...["assignment", "subquery", "source", "set", "rows", "column", "change", "cte"],
  ...["with", "update", "insert", "literal", "lock", "branch"],
] as const;

const behindWord: readonly (readonly [words: string, fragments: readonly Fragment[]])[] = [
  ["from join into update table only using references view truncate exists", ["name", "source"]],
  ["where and or not having when on by select distinct returning", ["value", "name", "nothing"]],
  ["set", ["assignment"]],
  ["for", ["lock"]],
  ["do", ["omission"]],
  ["with recursive", ["cte"]],
  ["as", ["name", "subquery", "query"]],
];

/** What follows the branches of `CASE x WHEN 1 THEN 2 ELSE 3 END`. */
const behindBranches = new Set(["when", "else", "end"]);

const likelyBehindWord = new Map(
  behindWord.flatMap(([words, fragments]) => words.split(" ").map((word) => [word, fragments])),
);

export interface Likely {
  /** What leaves no doubt of what it is. */
  readonly certain: readonly Fragment[];
  readonly possible: readonly Fragment[];
}

/** What can stand where it isn't known what is put in; the likelier first. */
export function likelyFragments(surroundings: Surroundings): Likely {
  if (isValuePlace(surroundings)) return { certain: values, possible: anything };
  if (isOnlyName(surroundings)) return { certain: ["name"], possible: anything };
  return { certain: [], possible: [...preferred(surroundings), ...anything] };
}

function isOnlyName(surroundings: Surroundings): boolean {
  const { before, after, text } = surroundings;
  const previous = spelled(before, text);
  const isDotted = previous === "." || previous === "::" || spelled(after, text) === ".";
  return isDotted || isPartOfName(surroundings);
}

function preferred({ before, after, text }: Surroundings): readonly Fragment[] {
  if (!before) return ["nothing", "query", "with", "update", "insert"];
  const previous = spelled(before, text);
  const isInCase = endsOperand(before, text) || previous === "case";
  if (isInCase && behindBranches.has(spelled(after, text))) return ["branch"];
  const known = before.kind === "word" ? likelyBehindWord.get(previous) : undefined;
  if (known) return known;
  if (endsOperand(before, text))
    return ["nothing", "condition", "set", "operator", "join", "query"];
  return previous === "," ? ["value", "name", "assignment", "list", "column", "cte"] : [];
}
