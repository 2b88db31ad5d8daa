import { compilePattern, isDay } from "@domain-isolation/model";
import * as v from "valibot";
import { namePatternProblem, patternProblem } from "./pattern-problem.js";

// The message of a schema says what is expected ("a pattern in quotes"), the message of a check is a
// whole sentence: see `shapeProblems`.

export const filePattern = v.pipe(
  v.string("a pattern in quotes"),
  v.check(
    (text) => patternProblem(text) === null,
    ({ input }) => patternProblem(input) ?? "",
  ),
);

/** A name, with `*`, `?` and `{a,b}`, and for a table with its schema before a dot. */
export const tablePattern = v.pipe(
  nameOf("a table"),
  v.check(
    (text) => namePatternProblem(text, 1) === null,
    ({ input }) => namePatternProblem(input, 1) ?? "",
  ),
);

/** `redeem_codes.mother_group_id`, with a schema before it or without. */
export const columnName = v.pipe(
  nameOf("a column"),
  v.regex(
    /^(?:[^.]+\.)?[^.]+\.[^.]+$/,
    ({ input }) => `\`${input}\` isn't a column of a table; write both: \`redeem_codes.mother_id\``,
  ),
);

/** `pool.mother_groups`: a table, behind the domain that owns it. */
export const tableOfDomain = v.pipe(
  v.string("a domain and a table in quotes"),
  v.regex(
    /^[^.]+\.[^.]+(?:\.[^.]+)?$/,
    ({ input }) => `\`${input}\` isn't a table with its domain; write both: \`pool.mother_groups\``,
  ),
);

export const entityPattern = v.pipe(
  nameOf("an entity"),
  v.check(
    (text) => namePatternProblem(text, 0) === null,
    ({ input }) => namePatternProblem(input, 0) ?? "",
  ),
);

/** A path without wildcards. */
export const filePath = v.pipe(
  filePattern,
  v.check(
    (text) => compilePattern(text).path !== null,
    ({ input }) =>
      `\`${input}\` has wildcards, but a symbol stands in one file; write the path of that file`,
  ),
);

/** ECMAScript's IdentifierName: what can stand between the braces of an import. */
export const exportName = v.pipe(
  v.string("the name of an export in quotes"),
  v.check(
    (text) => /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u.test(text),
    ({ input }) => `\`${input}\` can't be the name of an export; write each name out`,
  ),
);

/** The value itself is never repeated: it may hold a password. */
export const variableName = v.pipe(
  v.string("the name of an environment variable in quotes"),
  v.regex(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    "`url` isn't the name of an environment variable; write the name of the one that holds the URL, " +
      "such as `DATABASE_URL_USERS`, and keep the URL itself out of this file",
  ),
);

export const variablePattern = v.pipe(
  v.string("the name of an environment variable in quotes"),
  v.regex(
    /^[A-Za-z_][A-Za-z0-9_]*\*?$/,
    "this isn't the name of an environment variable; write a name such as `DATABASE_URL_USERS`, " +
      "or its beginning and a star such as `USERS_*`, and keep values out of this file",
  ),
);

export const day = v.pipe(
  v.string('a day in quotes, such as "2027-01-31"'),
  v.regex(
    /^\d{4}-\d{2}-\d{2}$/,
    ({ input }) => `\`${input}\` isn't a day; write year, month and day, such as 2027-01-31`,
  ),
  v.check(isDay, ({ input }) => `\`${input}\` isn't a day of the calendar; correct it`),
);

export function nameOf(what: string) {
  return v.pipe(
    v.string(`${what} in quotes`),
    v.check((text) => text.trim() !== "", `${what} is empty; write it or remove the entry`),
  );
}
